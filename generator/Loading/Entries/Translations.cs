using System.Collections.Frozen;
using Advocacy.Content;
using Advocacy.Generator.Loading.FrontMatter;

namespace Advocacy.Generator.Loading.Entries;

/// <summary>A translation says what is said in words; dates, topics, files and the like are those of its original.</summary>
public static class Translations
{
    /// <summary>Fields that a translation need not say again.</summary>
    public static FrozenSet<string> Shared { get; } = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "Layout", "Published", "Expires", "Embargo", "Draft", "Excluded", "Withdrawn", "Dateline",
        "Tags", "Contacts", "Petitions", "Related", "Counsel",
        "Currency", "Goal", "GivingTuesday", "Starts", "Ends", "AlwaysOpen", "Announced", "ThanksUntil", "Zone");

    /// <summary>The address of the page that is translated: without the language's own beginning.</summary>
    public static string OriginalOf(string url, string root) =>
        root != EditionRoot.Default && url.StartsWith(root, StringComparison.Ordinal) ? $"/{url[root.Length..]}" : url;

    /// <summary>The original's file beside a translation: <c>index.md</c> beside <c>index.es.md</c>.</summary>
    public static string OriginalFile(string file, string language) => $"{file[..^$".{language}.md".Length]}.md";

    /// <summary>The line of what stands in the original's file.</summary>
    public const int InOriginal = -1;

    /// <summary>What the translation leaves unsaid and the original says for both.</summary>
    /// <param name="language">The original's, where it does not say.</param>
    public static YamlMap Complete(YamlMap translation, string original, string language)
    {
        if (!File.Exists(original))
            return translation;
        var map = Read(original);
        var spoken = map?.Find("Language")?.Value as YamlText ?? new YamlText(language, InOriginal);
        return translation with
        {
            IsTranslation = true,
            Entries =
            [
                .. translation.Entries,
                .. map?.Entries.Where(e => Shared.Contains(e.Key) && translation.Find(e.Key) is null)
                    .Select(e => Inherited(e.Is("Withdrawn") ? WithLanguage(e, spoken) : e)) ?? [],
            ],
        };
    }

    /// <returns>Null where the original is not there, or cannot be read.</returns>
    public static YamlMap? Read(string original)
    {
        if (!File.Exists(original))
            return null;
        // What is wrong in the original is reported there.
        var elsewhere = new Problems("", []);
        return ContentFile.Read(original, original.EndsWith(".md", StringComparison.Ordinal), elsewhere) is { } source
            ? Yaml.Read(source.FrontMatter, 0, elsewhere)
            : null;
    }

    /// <summary>What was found, but for what translations only have from originals in which something is found, too.</summary>
    public static IEnumerable<Problem> WithoutInherited(IReadOnlyCollection<Problem> found)
    {
        var own = found.Where(p => !p.IsInherited).Select(p => p.Path).ToHashSet(StringComparer.Ordinal);
        return found.Where(
            p => !p.IsInherited || !own.Contains(Path.ChangeExtension(Path.ChangeExtension(p.Path, null), Path.GetExtension(p.Path))));
    }

    /// <summary>The reason is a sentence, in the original's language until a translator says it.</summary>
    private static YamlEntry WithLanguage(YamlEntry withdrawal, YamlText language) =>
        withdrawal.Value is YamlMap map && map.Find("Language") is null
        ? withdrawal with { Value = map with { Entries = [.. map.Entries, new YamlEntry("Language", InOriginal, language)] } }
        : withdrawal;

    public static YamlEntry Inherited(YamlEntry entry) => entry with { Line = InOriginal, Value = Inherited(entry.Value) };

    private static YamlValue Inherited(YamlValue value) => value switch
    {
        YamlList list => list with { Line = InOriginal, Items = [.. list.Items.Select(Inherited)] },
        YamlMap map => map with { Line = InOriginal, Entries = [.. map.Entries.Select(Inherited)] },
        _ => value with { Line = InOriginal },
    };
}
