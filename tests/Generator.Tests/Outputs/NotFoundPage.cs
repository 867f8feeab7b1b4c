using Advocacy.TestKit;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Advocacy.Tests.Generator.Outputs;

/// <summary>The host answers with one file, whatever language the reader came for.</summary>
public sealed class NotFoundPage : IDisposable
{
    private readonly SiteFolder _site = new();

    [Fact]
    public async Task SpeaksEachLanguage()
    {
        _site.SpeakSpanish();
        _site.Write("404.es.md", "---\nTitle: No está aquí\nDescription: No está.\n---\nDicen \"no\".\n\n## Y ahora\n\nBusque.\n");

        Assert.Empty(await _site.ProblemsAsync());

        var page = Page("404.html");
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Not here", page.QuerySelector("h1")!.TextContent);
        var spanish = Assert.Single(page.QuerySelectorAll("main section[lang]"));
        Assert.Equal("es", spanish.GetAttribute("lang"));
        Assert.Equal("No está aquí", spanish.QuerySelector("h2")!.TextContent);
        Assert.Equal("Y ahora", spanish.QuerySelector("h3")!.TextContent);
        Assert.Contains("Dicen «no».", spanish.TextContent, StringComparison.Ordinal);
        Assert.Equal(["/es/", "/es/search/"], Links(spanish));
        Assert.Equal(["/", "/press-releases/", "/search/"], Links(page.QuerySelector("main section:not([lang])")!));
        Assert.Equal("en", Page("es/404.html").QuerySelector("main section[lang]")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task LeadsOnInALanguageThatHasNoNotFoundPage()
    {
        _site.SpeakSpanish();

        Assert.Empty(await _site.ProblemsAsync());

        var spanish = Page("404.html").QuerySelector("main section[lang=es]")!;
        Assert.Equal("Adónde ir desde aquí", spanish.QuerySelector("h2")!.TextContent);
        Assert.Equal(["/es/", "/es/search/"], Links(spanish));
    }

    [Fact]
    public async Task ShowsNothingThatIsNotYetPublic()
    {
        _site.SpeakSpanish();
        _site.Write("404.es.md", "---\nTitle: No está aquí\nDescription: No está.\nDraft: true\n---\nNo.\n");

        Assert.Empty(await _site.ProblemsAsync());

        Assert.DoesNotContain("No está aquí", _site.Read("404.html"), StringComparison.Ordinal);
    }

    public void Dispose() => _site.Dispose();

    private static string[] Links(IElement part) => [.. part.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!)];

    private IDocument Page(string file) => new HtmlParser().ParseDocument(_site.Read(file));
}
