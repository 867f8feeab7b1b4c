using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Markdown;

/// <summary>Readers get what the writer typed, also where other dialects of Markdown see signs of theirs.</summary>
public sealed class TextAsTyped : IDisposable
{
    private readonly SiteFolder _site = new();

    [Theory]
    [InlineData("The dockets 14::207 and 14::208 are open.")]
    [InlineData("Write {.hidden} into the box, then {#metoo} too.")]
    [InlineData("He asked {#when}. {.screen}")]
    [InlineData("Dear {Name}, {1} and {a: b}")]
    [InlineData("a*{.b} and ){.b}")]
    [InlineData("Read https://www.example.org/ferry--petition...html or www.example.org/a--b today.")]
    [InlineData("Write to first--last@example.org or see example.org/a--b.")]
    [InlineData("No. 1:14-cv-207--JKL, C:\\notes\\old--new, https://example.org/o'brien?q='a'")]
    [InlineData("x << 2 and y >> 3", "x &lt;&lt; 2 and y &gt;&gt; 3")]
    [InlineData("See https://example.org/--now--and...", "See https://example.org/--now--and…")]
    [InlineData("The years 1990--2000, 10:30--11:00 -- and/or--more...", "The years 1990–2000, 10:30–11:00 – and/or–more…")]
    [InlineData("A \\\"straight\\\" mark and \\-- two hyphens", "A &quot;straight&quot; mark and -- two hyphens")]
    [InlineData("*habeas*{lang=la}\ncorpus", "<em lang=\"la\">habeas</em>\ncorpus")]
    [InlineData("\tThe first line is set in with a tab.", "The first line is set in with a tab.")]
    [InlineData("    The first line is set in with spaces.", "The first line is set in with spaces.")]
    public async Task Shows(string typed, string? shown = null)
    {
        _site.Replace(SiteFolder.Release, "A text.", typed);

        Assert.Empty(await _site.ProblemsAsync());

        var page = _site.Read("press-releases/ferry/index.html");
        Assert.Contains($"<p>{shown ?? typed}</p>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATableMayTouchTheTextBeforeIt()
    {
        _site.Replace(SiteFolder.Release, "A text.", "The cases:\n| Year | Cases |\n|---|---|\n| 2024 | 3 |");

        Assert.Empty(await _site.ProblemsAsync());

        Assert.Contains("<p>The cases:</p>\n<table>", _site.Read("press-releases/ferry/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsWarnedOfWhereALineIsSetIn()
    {
        _site.Replace(SiteFolder.Release, "A text.", "A text.\n\n\tAnother.\n\n- an item\n\n    and more of it");

        var result = await _site.BuildAsync();

        Assert.Equal(
            "press-releases/ferry/index.md:10: the paragraph begins with a tab or with spaces, which readers do not see; "
                + "begin it at the margin, or put > before it to set it in.",
            Assert.Single(result.Warnings).ToString().Split("input/")[1]);
    }

    [Fact]
    public async Task NumbersOfAListAreThoseTyped()
    {
        _site.Replace(SiteFolder.Release, "A text.", "5. five\n7. seven\n8. eight");

        Assert.Empty(await _site.ProblemsAsync());

        Assert.Contains(
            "<ol start=\"5\">\n<li>five</li>\n<li value=\"7\">seven</li>\n<li>eight</li>\n</ol>",
            _site.Read("press-releases/ferry/index.html"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task FootnotesWorkBelowAListOfDefinitions()
    {
        _site.Replace(SiteFolder.Release, "A text.", "Term\n: Meaning.[^1]\n\n[^1]: The note.");

        Assert.Empty(await _site.ProblemsAsync());

        Assert.Contains("<p>The note.<a href=\"#fnref:1\"", _site.Read("press-releases/ferry/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnExplainedWordIsAWordInHeadingsAndLinks()
    {
        _site.Replace(
            SiteFolder.Release, "A text.", "[IACHR](#iachr)\n\n## IACHR\n\nMore.\n\n*[IACHR]: Inter-American Commission on Human Rights");

        Assert.Empty(await _site.ProblemsAsync());

        var abbreviation = "<abbr title=\"Inter-American Commission on Human Rights\">IACHR</abbr>";
        var page = _site.Read("press-releases/ferry/index.html");
        Assert.Contains($"<a href=\"#iachr\">{abbreviation}</a>", page, StringComparison.Ordinal);
        Assert.Contains($"<h2 id=\"iachr\">{abbreviation}</h2>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABarInTheCodeOfATableLosesItsBackslash()
    {
        _site.Replace(SiteFolder.Release, "A text.", "| A |\n|---|\n| `a\\|b` |\n\n`c\\|d`");

        Assert.Empty(await _site.ProblemsAsync());

        var page = _site.Read("press-releases/ferry/index.html");
        Assert.Contains("<td><code>a|b</code></td>", page, StringComparison.Ordinal);
        Assert.Contains("<p><code>c\\|d</code></p>", page, StringComparison.Ordinal);
    }

    public void Dispose() => _site.Dispose();
}
