using Advocacy.TestKit;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Advocacy.Tests.Theme.Layout;

/// <summary>Most pages have their head's links and their footer in common; some have their own.</summary>
public sealed class SiteHeadAndFooter : IDisposable
{
    private readonly SiteFolder _site = new();

    [Fact]
    public async Task FooterMarksThePageThatItLinksTo()
    {
        _site.Replace("site.yml", "Topics:\n", "FooterNavigation:\n  - Text: About\n    Link: /about/\nTopics:\n");
        _site.Write("pages/about.md", "---\nTitle: About\nDescription: Who we are.\n---\nA text.\n");
        Assert.Empty((await _site.BuildAsync()).Problems);

        Assert.Equal("page", Current("about/index.html"));
        Assert.Null(Current("press-releases/ferry/index.html"));

        string? Current(string file) => Page(file).QuerySelector(".site-footer a[href='/about/']")!.GetAttribute("aria-current");
    }

    [Fact]
    public async Task TopicOffersItsOwnFeedsBeforeThoseOfAllReleases()
    {
        Assert.Empty((await _site.BuildAsync()).Problems);
        string[] all = ["/feed.atom", "/feed.rss", "/feed.json"];

        Assert.Equal([.. all.Select(feed => "/topics/asylum" + feed), .. all], Feeds("topics/asylum/index.html"));
        Assert.Equal(all, Feeds("press-releases/index.html"));

        IEnumerable<string?> Feeds(string file)
        {
            var page = Page(file);
            var head = page.QuerySelectorAll("head link[rel=alternate][type]").Select(link => link.GetAttribute("href"));
            Assert.Equal(head, page.QuerySelectorAll(".site-footer-feeds a").Select(link => link.GetAttribute("href")));
            return head;
        }
    }

    [Fact]
    public async Task EachEditionHasThemInItsLanguage()
    {
        _site.SpeakSpanish();
        Assert.Empty((await _site.BuildAsync()).Problems);

        Assert.Equal("Derechos, probados", Tagline("es/index.html"));
        Assert.Equal("Rights, tested", Tagline("index.html"));
        Assert.Equal("/es/feed.atom", Page("es/index.html").QuerySelector("head link[type='application/atom+xml']")!.GetAttribute("href"));

        string Tagline(string file) => Page(file).QuerySelector(".site-footer-name + p")!.TextContent;
    }

    private IHtmlDocument Page(string file) => new HtmlParser().ParseDocument(_site.Read(file));

    public void Dispose() => _site.Dispose();
}
