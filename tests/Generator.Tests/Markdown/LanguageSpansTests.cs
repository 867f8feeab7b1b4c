using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Markdown;

public sealed class LanguageSpansTests : IDisposable
{
    private const string Opening = "<div class=\"prose\">";

    private readonly SiteFolder _site = new();

    [Theory]
    [InlineData("She said [hasta *luego*]{lang=es} and left.", "<p>She said <span lang=\"es\">hasta <em>luego</em></span> and left.</p>")]
    [InlineData("[Toda la frase.]{lang=es}", "<p><span lang=\"es\">Toda la frase.</span></p>")]
    [InlineData(
        "[con [enlace](https://example.org/) dentro]{lang=es}",
        "<p><span lang=\"es\">con <a href=\"https://example.org/\">enlace</a> dentro</span></p>")]
    [InlineData("*[uno]{lang=es}* [dos]{lang=fr}", "<p><em><span lang=\"es\">uno</span></em> <span lang=\"fr\">dos</span></p>")]
    [InlineData("*habeas corpus*{lang=la}", "<p><em lang=\"la\">habeas corpus</em></p>")]
    [InlineData("She said [سلام]{lang=ar}.", "<p>She said <span lang=\"ar\" dir=\"rtl\">سلام</span>.</p>")]
    [InlineData(
        "::: {lang=ar}\nقالت [yes]{lang=en} و[oui]{lang=fr}.\n:::",
        "<div lang=\"ar\" dir=\"rtl\"><p>قالت <span lang=\"en\" dir=\"ltr\">yes</span> "
            + "و<span lang=\"fr\" dir=\"ltr\">oui</span>.</p>\n</div>")]
    [InlineData("> a\n> [b\n> c]{lang=es}", "<blockquote>\n<p>a\n<span lang=\"es\">b\nc</span></p>\n</blockquote>")]
    [InlineData(
        "[the board]{lang=es}\n\n[the board]: https://example.org/",
        "<p><a href=\"https://example.org/\" lang=\"es\">the board</a></p>")]
    [InlineData("He said [it]{1}.", "<p>He said [it]{1}.</p>")]
    [InlineData(
        "::: {lang=es}\nUno.\n\n## Dos\n:::\n\nThree.",
        "<div lang=\"es\"><p>Uno.</p>\n<h2 id=\"dos\">Dos</h2>\n</div>\n<p>Three.</p>")]
    public async Task SpansHaveTheirLanguageAndDirection(string text, string html)
    {
        _site.Replace(SiteFolder.Release, "A text.", text);

        Assert.Empty(await _site.ProblemsAsync());

        var page = _site.Read("press-releases/ferry/index.html");
        var prose = page[(page.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length)..];
        Assert.Equal(html, prose[..prose.IndexOf("\n</div><aside", StringComparison.Ordinal)]);
    }

    public void Dispose() => _site.Dispose();
}
