using System.Text.Json;
using System.Xml.Linq;
using Advocacy.TestKit;
using AngleSharp.Html.Parser;
using Xunit;

namespace Advocacy.Tests.Generator.Outputs;

public sealed class MachineReadableFiles : IAsyncLifetime, IDisposable
{
    private static readonly XNamespace _atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace _sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private readonly SiteFolder _site = new();

    public async Task InitializeAsync()
    {
        _site.Replace(SiteFolder.Release, "The ferry runs", "\"Ferry & </script> <b>\"");
        _site.Write("press-releases/old.md", "---\nTitle: Old\nDescription: Old.\nDateline: CHICAGO\nPublished: 2025-03-02\nWithdrawn: {Date: 2025-03-03, Reason: Wrong.}\n---\nA text.\n");
        _site.Write("press-releases/draft.md", "---\nTitle: Draft\nDescription: Draft.\nDateline: CHICAGO\nPublished: 2025-03-02\nDraft: true\n---\nA text.\n");
        Assert.Empty(await _site.ProblemsAsync());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("feed.atom")]
    [InlineData("topics/asylum/feed.atom")]
    public void AtomHasWhatItsReadersRequire(string file)
    {
        var feed = Xml(file);

        Assert.Equal(_atom + "feed", feed.Name);
        Assert.All(["id", "title", "updated", "author"], name => Assert.Single(feed.Elements(_atom + name)));
        Assert.Equal($"https://example.test/{file}", Assert.Single(feed.Elements(_atom + "link"), l => (string?)l.Attribute("rel") == "self").Attribute("href")?.Value);
        var entry = Assert.Single(feed.Elements(_atom + "entry"));
        Assert.Equal("https://example.test/press-releases/ferry/", entry.Element(_atom + "id")?.Value);
        Assert.Equal("Ferry & </script> <b>", entry.Element(_atom + "title")?.Value);
        Assert.Equal("2026-03-02T09:00:00-06:00", entry.Element(_atom + "updated")?.Value);
    }

    [Fact]
    public void RssHasWhatItsReadersRequire()
    {
        var channel = Xml("feed.rss").Element("channel")!;

        Assert.All(["title", "link", "description"], name => Assert.Single(channel.Elements(name)));
        var item = Assert.Single(channel.Elements("item"));
        Assert.Equal("Ferry & </script> <b>", item.Element("title")?.Value);
        Assert.Equal("https://example.test/press-releases/ferry/", item.Element("guid")?.Value);
        Assert.Equal("Mon, 02 Mar 2026 15:00:00 +0000", item.Element("pubDate")?.Value);
    }

    [Fact]
    public void JsonFeedHasWhatItsReadersRequire()
    {
        using var feed = JsonDocument.Parse(_site.Read("feed.json"));

        Assert.Equal("https://jsonfeed.org/version/1.1", feed.RootElement.GetProperty("version").GetString());
        var item = Assert.Single(feed.RootElement.GetProperty("items").EnumerateArray());
        Assert.Equal("https://example.test/press-releases/ferry/", item.GetProperty("id").GetString());
        Assert.Equal("It runs again.", item.GetProperty("content_text").GetString());
    }

    [Fact]
    public void StructuredDataOfEveryPageCanBeParsed()
    {
        var blocks = Pages().SelectMany(page => page.QuerySelectorAll("script[type='application/ld+json']")).Select(script => script.TextContent).ToArray();

        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => JsonDocument.Parse(block).Dispose());
        Assert.Contains(blocks, block => block.Contains("NewsArticle", StringComparison.Ordinal));
    }

    [Fact]
    public void SitemapListsWhatIsPublic() => Assert.Equal(
        [
            "/", "/petitions/", "/petitions/ferry/", "/press-releases/", "/press-releases/2025/", "/press-releases/2026/", "/press-releases/ferry/",
            "/search/", "/topics/", "/topics/asylum/", "/topics/children/",
        ],
        Xml("sitemap.xml").Descendants(_sitemap + "loc").Select(l => l.Value["https://example.test".Length..]).Order(StringComparer.Ordinal));

    [Fact]
    public void HostSendsAPolicyThatLetsNothingUnsafeThrough()
    {
        using var host = JsonDocument.Parse(_site.Read("staticwebapp.config.json"));

        var policy = host.RootElement.GetProperty("globalHeaders").GetProperty("Content-Security-Policy").GetString()!;
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.All(["unsafe", "*", "data:", "http:"], word => Assert.DoesNotContain(word, policy, StringComparison.Ordinal));
    }

    [Fact]
    public void HostLetsTheSearchPageAloneLeadToASearchEngineAndTellsItNoAddress()
    {
        using var host = JsonDocument.Parse(_site.Read("staticwebapp.config.json"));
        var all = host.RootElement.GetProperty("globalHeaders").GetProperty("Content-Security-Policy").GetString()!;

        var search = host.RootElement.GetProperty("routes").EnumerateArray().Single(route => route.GetProperty("route").GetString() == "/search/*").GetProperty("headers");

        Assert.DoesNotContain("duckduckgo", all, StringComparison.Ordinal);
        Assert.Equal(all.Replace("form-action 'self'", "form-action 'self' https://duckduckgo.com", StringComparison.Ordinal), search.GetProperty("Content-Security-Policy").GetString());
        Assert.Equal("no-referrer", search.GetProperty("Referrer-Policy").GetString());
    }

    // What the policy would block must not be in a page at all.
    [Fact]
    public void PagesHaveNoStyleAndNoScriptOfTheirOwn() => Assert.All(Pages(), page =>
    {
        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src]):not([type='application/ld+json'])"));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
    });

    private XElement Xml(string file) => XDocument.Parse(_site.Read(file)).Root!;

    private IEnumerable<AngleSharp.Html.Dom.IHtmlDocument> Pages() =>
        Directory.EnumerateFiles(_site.Output, "*.html", SearchOption.AllDirectories).Select(f => new HtmlParser().ParseDocument(File.ReadAllText(f)));
}
