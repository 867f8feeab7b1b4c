using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Advocacy.Content.Pages;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Loading.Theme;
using Advocacy.Generator.Markdown;
using Advocacy.TestKit;
using Advocacy.Theme.Localization;
using Xunit;

namespace Advocacy.Tests.Generator.Markdown;

/// <summary>
/// A law: readers see the text that was typed, where it has none of the signs that the guide for writers gives a meaning. Quotation
/// marks, dashes and ellipses are typographic.
/// </summary>
public sealed partial class AnyText
{
    private const int Texts = 3_000;

    /// <summary>Signs and words that other dialects of Markdown, or ours in other places, take for something else.</summary>
    private static readonly string[] _words =
    [
        "a", "The", "board", "niños", "Ünal", "你好", "أحمد", "x", "I",
        "14::207", "::1", "::", ":::", "Note::", "{.hidden}", "{#metoo}",
        "{name}", "{}", "{", "}", "{a: 1}", "a--b", "--", "---", "...", "....", "-", "- ", "'tis", "don't", "boats'", "'so'", "\"yes\"",
        "\"no", "6\"", "“set”", "https://example.org/a--b...html?x='a'&y=1", "www.example.org/c--d", "first--last@example.org",
        "example.org/e--f", "1:14-cv-207--JKL", "10:30--11:00", "1990--2000",
        "24,000", "$5", "%", "50%", "#tag", "#", "~", "~~x~~", "==y==", "++z++",
        "^1", "^", "=", "===", "+", "1.", "2)", "(a)", "(", ")", "&", "R&D", "a/b", "@", "@x", "!", "?", "¿qué?", "…",
        "–", "—", "/", ";", ":)",
        "3 - 2",
        "{lang}", "H~2~O", "TBC/TBD", "No.", "*", "* ", "_", "snake_case", "5*6", "|x", ">", "a>b",
    ];

    private static readonly WordLists _wordLists = WordListReader.Read(SiteFolder.Theme, ["en", "es"], new Problems("", []))!;

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void IsSeenAsTyped(string language)
    {
        for (var seed = 0; seed < Texts; seed++)
        {
            var typed = Text(new Random(seed));
            Assert.Equal((seed, Plain(typed)), (seed, Plain(Shown(typed, language))));
        }
    }

    /// <summary>Lines that begin with a word, since at the beginning of a line signs such as a hyphen begin a list.</summary>
    private static string Text(Random random)
    {
        var text = new StringBuilder("Word");
        for (var i = random.Next(1, 12); i > 0; i--)
        {
            text.Append(random.Next(8) == 0 ? "\nWord " : " ").Append(_words[random.Next(_words.Length)]);
            if (random.Next(6) == 0)
                text.Append(_words[random.Next(_words.Length)]);
        }
        // Emphasis takes its signs away where they pair.
        return Pairs().Replace(text.ToString(), "");
    }

    private static string Shown(string text, string language)
    {
        var page = new Page
        {
            Path = "", Url = "/a/", Original = "/a/", Language = language, Title = "", Description = "", Layout = PageLayout.Page,
        };
        var problems = new Problems("", []);
        var entry = new Entry(page, "a.md", Encoding.UTF8.GetBytes(text), 0, [], [], problems);
        var body = new BodyRenderer(_wordLists, (_, link, _) => link, (_, _, _) => null).Render(entry, new Dictionary<string, Quotation>());
        Assert.Empty(problems.Report().Select(problem => $"{problem} {text}"));
        return WebUtility.HtmlDecode(Tag().Replace(string.Concat(body.Parts.OfType<HtmlPart>().Select(part => part.Html)), ""));
    }

    /// <summary>With the signs of a typewriter.</summary>
    private static string Plain(string text) => Spaces().Replace(
        Quotes().Replace(text, "'").Replace("…", "...", StringComparison.Ordinal)
            .Replace("—", "---", StringComparison.Ordinal).Replace("–", "--", StringComparison.Ordinal),
        " ").Trim();

    [GeneratedRegex("[\"'“”«»‘’]+")]
    private static partial Regex Quotes();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[*_\\]")]
    private static partial Regex Pairs();
}
