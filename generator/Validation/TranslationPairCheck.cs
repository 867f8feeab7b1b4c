using Advocacy.Generator.Loading;

namespace Advocacy.Generator.Validation;

/// <summary>Beside each translation lies its original.</summary>
internal sealed class TranslationPairCheck : ISiteCheck
{
    public CheckStage Stage => CheckStage.Loaded;

    public void Check(CheckContext context)
    {
        var input = context.Input;
        if (input.Settings.Languages.Length == 1)
            return;
        // An original that cannot be read is there all the same.
        var urls = input.Entries.Select(e => e.Content.Url).Concat(input.Unread).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in input.Entries)
        {
            var url = entry.Content.Url;
            if (Address.LanguageOf(entry.File) is { } language
                && language != input.Settings.Languages[0]
                && url.StartsWith($"/{language}/", StringComparison.Ordinal)
                && !urls.Contains(url[(language.Length + 1)..]))
            {
                var name = Path.GetFileNameWithoutExtension(entry.File)[..^(language.Length + 1)];
                entry.Problems.Add(1, "the translation has no original", $"put {name}.md beside it");
            }
        }
    }
}
