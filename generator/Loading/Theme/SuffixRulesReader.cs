using System.Collections.Immutable;
using Advocacy.Generator.Loading.FrontMatter;
using Advocacy.Generator.Search;

namespace Advocacy.Generator.Loading.Theme;

/// <summary>Reads <c>theme/Search/LANGUAGE.yml</c>.</summary>
public static class SuffixRulesReader
{
    private const int LongestRest = 12;

    /// <returns>By language; a language without a file has no endings.</returns>
    public static ImmutableDictionary<string, SuffixRules> Read(string theme, IEnumerable<string> languages, Problems problems) =>
        languages.Distinct()
            .ToImmutableDictionary(language => language, language => ReadOne(Path.Combine(theme, "Search", $"{language}.yml"), problems));

    private static SuffixRules ReadOne(string file, Problems problems)
    {
        var shown = problems.For(file.Replace('\\', '/'));
        if (!File.Exists(file)
            || ContentFile.Read(file, frontMatter: false, shown) is not { } source
            || Yaml.Read(source.FrontMatter, 0, shown) is not { } map)
            return SuffixRules.None;
        var fields = new Fields(map, shown);
        var read = fields.Each("Endings", f => (
            SuffixRule: new SuffixRule(f.Text("Ending"), f.TextOrNull("Becomes") ?? "", f.Whole("After", 0, LongestRest, 0)),
            f.Line), required: true);
        fields.NothingElse();
        for (var i = 0; i < read.Length; i++)
            Check(read[i].SuffixRule, read.AsSpan(0, i), shown, read[i].Line);
        return new SuffixRules([.. read.Select(r => r.SuffixRule)]);
    }

    private static void Check(SuffixRule ending, ReadOnlySpan<(SuffixRule SuffixRule, int Line)> before, Problems problems, int line)
    {
        foreach (var text in new[] { ending.Text, ending.Becomes })
        {
            if (Folding.Fold(text) is var folded && folded != text)
                problems.Add(
                    line,
                    $"no word ends with \"{text}\" when it is compared: capitals and accents are taken off first",
                    $"write \"{folded}\"");
        }
        if (ending is { After: 0, Becomes: "", Text.Length: > 0 })
            problems.Add(
                line,
                $"nothing would be left of the word \"{ending.Text}\"",
                "add \"After\" with the least number of letters before the ending");
        foreach (var (earlier, _) in before)
        {
            if (earlier.Text.Length > 0 && earlier.Hides(ending))
                problems.Add(
                    line,
                    $"no word comes to \"{ending.Text}\": \"{earlier.Text}\" above it takes them all",
                    "put the longer ending above the shorter one");
        }
    }
}
