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
        _site.Write("press-releases/old.md", """
            ---
            Title: Old
            Description: Old.
            Dateline: CHICAGO
            Published: 2025-03-02
            Withdrawn: {Date: 2025-03-03, Reason: Wrong.}
            ---
            A text.

            """);
        _site.Write("press-releases/draft.md", """
            ---
            Title: Draft
            Description: Draft.
            Dateline: CHICAGO
            Published: 2025-03-02
            Draft: true
            ---
            A text.

            """);
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
        var self = Assert.Single(feed.Elements(_atom + "link"), link => (string?)link.Attribute("rel") == "self");
        Assert.Equal($"https://example.test/{file}", self.Attribute("href")?.Value);
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
        var blocks = Pages()
            .SelectMany(page => page.QuerySelectorAll("script[type='application/ld+json']"))
            .Select(script => script.TextContent)
            .ToArray();

        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => JsonDocument.Parse(block).Dispose());
        Assert.Contains(blocks, block => block.Contains("NewsArticle", StringComparison.Ordinal));
    }

    [Fact]
    public void SitemapListsWhatIsPublic()
    {
        var urls = Xml("sitemap.xml").Descendants(_sitemap + "loc").Select(loc => loc.Value["https://example.test".Length..]);

        Assert.Equal(
            [
                "/",
                "/petitions/",
                "/petitions/ferry/",
                "/press-releases/",
                "/press-releases/2025/",
                "/press-releases/2026/",
                "/press-releases/ferry/",
                "/search/",
                "/topics/",
                "/topics/asylum/",
                "/topics/children/",
            ],
            urls.Order(StringComparer.Ordinal));
    }

    // What the host's policy would block must not be in a page at all.
    [Fact]
    public void PagesHaveNoInlineStyleAndNoInlineScript() => Assert.All(Pages(), page =>
    {
        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src]):not([type='application/ld+json'])"));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
    });

    private XElement Xml(string file) => XDocument.Parse(_site.Read(file)).Root!;

    private IEnumerable<AngleSharp.Html.Dom.IHtmlDocument> Pages() => Directory
        .EnumerateFiles(_site.Output, "*.html", SearchOption.AllDirectories)
        .Select(file => new HtmlParser().ParseDocument(File.ReadAllText(file)));
}
