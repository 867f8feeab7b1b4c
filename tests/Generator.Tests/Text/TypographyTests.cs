using Advocacy.Generator.Text;
using Advocacy.TestKit;
using Advocacy.Theme.Localization;
using Xunit;

namespace Advocacy.Tests.Generator.Text;

/// <summary>A writer has a keyboard, and types what is on it.</summary>
public sealed class TypographyTests : IDisposable
{
    private const string Typed = "The ship's \"bell\" won't ring: 'soon' -- or never... `don't`";

    private readonly SiteFolder _site = new();

    [Theory]
    [InlineData("index.md", "", "The ship’s “bell” won’t ring: ‘soon’ – or never… <code>don't</code>")]
    [InlineData("index.es.md", "es/", "The ship’s «bell» won’t ring: “soon” – or never… <code>don't</code>")]
    public async Task SignsAreThoseOfTheLanguage(string file, string root, string shown)
    {
        _site.SpeakSpanish();
        _site.Replace(file, "A text.", Typed);

        Assert.Empty(await _site.ProblemsAsync());

        Assert.Contains($"<p>{shown}</p>", _site.Read($"{root}index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dijo [a \"word\"]{lang=en} y \"otra\".", "Dijo <span lang=\"en\">a “word”</span> y «otra».")]
    [InlineData("Dijo: \"hola 'mundo'\".", "Dijo: «hola “mundo”».")]
    [InlineData("\"Abre y no cierra.", "«Abre y no cierra.")]
    public async Task SignsAreThoseOfThePassage(string typed, string shown)
    {
        _site.SpeakSpanish();
        _site.Replace("index.es.md", "A text.", typed);

        Assert.Empty(await _site.ProblemsAsync());

        Assert.Contains($"<p>{shown}</p>", _site.Read("es/index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Free\" speech", "“Free” speech")]
    [InlineData("It's O'Brien's", "It’s O’Brien’s")]
    [InlineData("The '90s -- 'no' to that", "The ’90s – ‘no’ to that")]
    [InlineData("She said: \"I heard 'no'.\"", "She said: “I heard ‘no’.”")]
    [InlineData("(\"Yes\"), \"no\"...", "(“Yes”), “no”…")]
    [InlineData("The boats' crews---all", "The boats’ crews—all")]
    [InlineData("6\" or 7 \" and '", "6” or 7 ” and ’")]
    [InlineData("“Set” already – ‘so’", "“Set” already – ‘so’")]
    [InlineData("See https://example.org/a--b?x='a' -- \"now\"", "See https://example.org/a--b?x='a' – “now”")]
    [InlineData("", "")]
    public void SignsAreSetInAFieldToo(string typed, string shown) =>
        Assert.Equal(shown, Typography.Set(typed, "en", _ => new QuotationMarks("“", "”", "‘", "’")));

    [Fact]
    public async Task SignsOfAFieldAreThoseOfItsLanguage()
    {
        _site.SpeakSpanish();
        _site.Replace(
            SiteFolder.Release,
            "Title: The ferry runs\nDescription: It runs again.",
            """
            Title: The "ferry" runs
            Description: It's back.
            Quotations: [{Id: a, Words: 'Un "sí"', Speaker: O'Brien, Language: es}]
            """);
        _site.Write("press-releases/ferry/index.es.md", "---\nTitle: El \"transbordador\" navega\nDescription: Navega.\n---\nUn texto.\n");
        _site.Replace("site.yml", "Tagline: Rights, tested", "Tagline: \"'Rights', tested\"");

        Assert.Empty(await _site.ProblemsAsync());

        var english = _site.Read("press-releases/ferry/index.html");
        string[] shown =
            ["<h1>The “ferry” runs</h1>", "content=\"It’s back.\"", "<p>Un «sí»</p>", "O’Brien", "‘Rights’, tested"];
        Assert.All(shown, words => Assert.Contains(words, english, StringComparison.Ordinal));
        Assert.Contains("<h1>El «transbordador» navega</h1>", _site.Read("es/press-releases/ferry/index.html"), StringComparison.Ordinal);
        Assert.Contains("<title>The “ferry” runs</title>", _site.Read("feed.atom"), StringComparison.Ordinal);
    }

    public void Dispose() => _site.Dispose();
}
