using System.Collections.Frozen;

namespace Advocacy.Generator.Reading;

/// <summary>A translation says what is said in words; dates, topics, files and the like are those of its original.</summary>
public static class Translations
{
    /// <summary>Fields that a translation need not say again.</summary>
    public static FrozenSet<string> Shared { get; } = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "Layout", "Published", "Expires", "Embargo", "Draft", "Excluded", "Withdrawn", "Dateline", "Tags", "Contacts", "Petitions", "Related", "Counsel",
        "Currency", "Goal", "GivingTuesday", "Starts", "Ends", "AlwaysOpen", "Announced", "ThanksUntil", "Zone");

    /// <summary>The address of the page that is translated: without the language's own beginning.</summary>
    public static string OriginalOf(string url, string root) => root == "/" ? url : $"/{url[root.Length..]}";

    /// <summary>The original's file beside a translation: <c>index.md</c> beside <c>index.es.md</c>.</summary>
    public static string OriginalFile(string file, string language) => $"{file[..^$".{language}.md".Length]}.md";

    /// <summary>What the translation leaves unsaid and the original says for both.</summary>
    public static YamlMap Complete(YamlMap translation, string original)
    {
        // What is wrong in the original is reported there.
        var elsewhere = new Problems("", []);
        if (!File.Exists(original) || SourceText.Read(original, original.EndsWith(".md", StringComparison.Ordinal), elsewhere) is not { } source || Yaml.Read(source.FrontMatter, 0, elsewhere) is not { } map)
            return translation;
        return translation with
        {
            Entries =
            [
                .. translation.Entries,
                .. map.Entries.Where(e => Shared.Contains(e.Key) && !translation.Entries.Any(t => t.Key.Equals(e.Key, StringComparison.OrdinalIgnoreCase)))
                    .Select(e => e with { Line = translation.Line }),
            ],
        };
    }
}
