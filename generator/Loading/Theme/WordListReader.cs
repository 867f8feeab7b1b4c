using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Advocacy.Generator.Loading.FrontMatter;
using Advocacy.Generator.Text;
using Advocacy.Theme.Localization;
namespace Advocacy.Generator.Loading.Theme;

/// <summary>Reads <c>theme/words/LANGUAGE.yml</c>, and checks that each list has the words that the theme and the preview use.</summary>
public static partial class WordListReader
{
    private const string PreviewKeys = PreviewWords.Section + ".";

    /// <returns>Null where a list is missing or wanting, which is then among the problems.</returns>
    public static WordLists? Read(string theme, ImmutableArray<string> languages, Problems problems)
    {
        var lists = languages.Select(
            language => TextsOf(theme, language, problems) is { } texts ? new Words(language, Part(texts, isPreview: false)) : null)
            .ToArray();
        return lists.Any(list => list is null) ? null : new WordLists([.. lists.OfType<Words>()]);
    }

    /// <returns>Null where the list is missing or wanting.</returns>
    public static PreviewWords? ReadPreview(string theme, string language) =>
        TextsOf(theme, language, new Problems("", [])) is { } texts ? new(language, Part(texts, isPreview: true)) : null;

    private static Dictionary<string, string> Part(Dictionary<string, YamlText> texts, bool isPreview) => texts
        .Where(text => text.Key.StartsWith(PreviewKeys, StringComparison.Ordinal) == isPreview || text.Key == WordList.LocaleKey)
        .ToDictionary(
            text => text.Key.StartsWith(PreviewKeys, StringComparison.Ordinal) ? text.Key[PreviewKeys.Length..] : text.Key,
            text => text.Value.Text,
            StringComparer.Ordinal);

    /// <summary>Every text of a list, where the list is as it should be.</summary>
    private static Dictionary<string, YamlText>? TextsOf(string theme, string language, Problems problems)
    {
        var file = Path.Combine(theme, "words", $"{language}.yml");
        var shown = problems.For(file.Replace('\\', '/'));
        if (!File.Exists(file))
        {
            shown.Add(
                1,
                $"there is no word list for the language {language}",
                $"copy another list and translate it, or take {language} out of Languages in site.yml");
            return null;
        }
        if (ContentFile.Read(file, frontMatter: false, shown) is not { } source || Yaml.Read(source.FrontMatter, 0, shown) is not { } map)
            return null;
        var texts = Flat(map, "").ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal);
        return Complete(texts, language, shown) ? texts : null;
    }

    private static IEnumerable<KeyValuePair<string, YamlText>> Flat(YamlMap map, string before) =>
        map.Entries.SelectMany(entry => entry.Value switch
    {
        YamlText text => [KeyValuePair.Create(before + entry.Key, text)],
        YamlMap inner => Flat(inner, $"{before}{entry.Key}."),
        _ => [],
    });

    private static bool Complete(Dictionary<string, YamlText> texts, string language, Problems problems)
    {
        var complete = true;
        ImmutableArray<WordListKey> shapes = [.. WordListKey.Site, .. WordListKey.Preview.Select(
            shape => shape with { Key = PreviewKeys + shape.Key })];
        foreach (var shape in shapes)
        {
            if (texts.TryGetValue(shape.Key, out var text))
            {
                var put = Placeholder().Matches(text.Text).Select(m => m.Groups[1].Value).ToHashSet();
                foreach (var name in shape.Placeholders.Where(p => !put.Contains(p) && !shape.MayLeaveOut(p)))
                    Wrong(text.Line, $"{shape.Key} does not say {{{name}}}", $"put {{{name}}} where it belongs in the text");
                foreach (var name in put.Where(p => !shape.Placeholders.Contains(p)))
                    Wrong(
                        text.Line,
                        $"{shape.Key} says {{{name}}}, which nothing is put in for",
                        shape.Placeholders.IsEmpty
                            ? "take it out"
                            : $"use {string.Join(" and ", shape.Placeholders.Select(p => $"{{{p}}}"))}");
                if (text.Text.Length == 0)
                    Wrong(text.Line, $"{shape.Key} is empty", "fill it in");
                else if (PaymentTexts.ProblemOfWords(shape.Key, text.Text) is { } tooLong)
                    Wrong(text.Line, tooLong, "shorten it");
                else if (shape.Key == WordList.LocaleKey
                    && !(LanguageTag.IsIn(text.Text, language) && (text.Text == language || Locale().IsMatch(text.Text))))
                    Wrong(
                        text.Line,
                        $"Locale {text.Text} is not {language} as a country writes it",
                        $"write {language}, a hyphen and the country in two capitals, such as {language}-US");
                else if (shape.Key == nameof(Words.QuotationMarks) && QuotationMarks.Of(text.Text) is null)
                    Wrong(
                        text.Line,
                        "QuotationMarks are not four",
                        "write those of a quotation and those of one within it, with spaces between: “ ” ‘ ’");
            }
            else if (shape.IsNeededIn(language))
            {
                Wrong(1, $"{shape.Key} is missing", $"add \"{shape.Key.Split('.')[^1]}\" with its text");
            }
        }
        var known = shapes.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, text) in texts.Where(t => !known.Contains(t.Key)))
            Wrong(
                text.Line,
                $"{key} is a word that nobody asks for",
                SpellingSuggestion.To(key, [.. known]) is { } near ? $"did you mean {near}" : "take it out");
        return complete;

        void Wrong(int line, string what, string fix)
        {
            problems.Add(line, what, fix);
            complete = false;
        }
    }

    [GeneratedRegex(@"\A[a-z]{2,3}(-[A-Z][a-z]{3})?-([A-Z]{2}|\d{3})\z")]
    private static partial Regex Locale();

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Placeholder();
}
