using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Advocacy.TestKit;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Advocacy.Tests.Generator.Planning;

public sealed class TranslatedRelease : IDisposable
{
    private const string English = "/press-releases/ferry/";
    private const string Spanish = "/es/press-releases/ferry/";
    private const string Before = "2026-12-01T14:59:59Z";
    private const string After = "2026-12-01T15:00:00Z";

    private static readonly XNamespace _atom = "http://www.w3.org/2005/Atom";

    private readonly SiteFolder _site = new();

    public TranslatedRelease()
    {
        _site.SpeakSpanish();
        _site.Write("press-releases/ferry/index.es.md", "---\nTitle: La cebra vuelve\nDescription: Vuelve a navegar.\n---\nUn texto.\n");
        _site.Write("press-releases/hearing.md", """
            ---
            Title: A hearing
            Description: The board hears.
            Dateline: CHICAGO
            Published: 2026-02-02T09:00
            ---
            A text.

            """);
    }

    [Fact]
    public async Task TakesFromTheOriginalWhatTheTranslationLeavesOut()
    {
        Assert.Empty(await _site.ProblemsAsync());

        var page = Page(Spanish);
        Assert.Equal("CHICAGO, 2 de marzo de 2026", page.QuerySelector(".dateline")!.TextContent);
        Assert.Equal("Asilo", page.QuerySelector(".topics a")!.TextContent);
        Assert.Equal("/es/topics/asylum/", page.QuerySelector(".topics a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task LinksToTheOtherLanguageInHeadHeaderAndSitemap()
    {
        Assert.Empty(await _site.ProblemsAsync());

        string[] both = [$"en https://example.test{English}", $"es https://example.test{Spanish}"];
        Assert.All([English, Spanish], url => Assert.Equal(both, Alternates(Page(url))));
        Assert.All([English, Spanish], url => Assert.Equal(both, AlternatesInSitemap(url)));
        Assert.Equal((Spanish, "es", "Español"), Switch(Page(English)));
        Assert.Equal((English, "en", "English"), Switch(Page(Spanish)));
    }

    [Fact]
    public async Task ListShowsUntranslatedReleasesWithTheirLanguage()
    {
        Assert.Empty(await _site.ProblemsAsync());

        var list = Page("/es/press-releases/");
        var card = list.QuerySelectorAll(".card")
            .Single(card => card.QuerySelector("a")!.GetAttribute("href") == "/press-releases/hearing/");
        Assert.Equal("en", card.QuerySelector(".card-title a")!.GetAttribute("lang"));
        Assert.Equal("en", card.QuerySelector(".card-text")!.GetAttribute("lang"));
        Assert.Equal("2 de febrero de 2026 · En inglés", card.QuerySelector(".card-label")!.TextContent);
        Assert.DoesNotContain("/press-releases/hearing/", list.QuerySelectorAll(".languages a").Select(a => a.GetAttribute("href")));
        Assert.Empty(Alternates(Page("/press-releases/hearing/")));
        Assert.Empty(AlternatesInSitemap("/press-releases/hearing/"));
        Assert.Null(Page("/press-releases/hearing/").QuerySelector(".languages"));
        Assert.False(_site.Has("es/press-releases/hearing/index.html"));
    }

    [Fact]
    public async Task LeavesNoTraceBeforeTheTranslationIsPublic()
    {
        _site.Add("press-releases/ferry/index.es.md", "Published: 2026-12-01T09:00");

        Assert.Empty(await _site.ProblemsAsync(Before));

        Assert.Empty(Alternates(Page(English)));
        Assert.Empty(AlternatesInSitemap(English));
        var texts = _site.OutputFiles().Values.Select(bytes => Encoding.UTF8.GetString(bytes));
        Assert.DoesNotContain(texts, text => text.Contains("cebra", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(English, Page("/es/press-releases/").QuerySelectorAll(".card a").Select(a => a.GetAttribute("href")));

        Assert.Empty(await _site.ProblemsAsync(After));

        Assert.Equal(2, Alternates(Page(English)).Length);
        Assert.DoesNotContain(English, Page("/es/press-releases/").QuerySelectorAll(".card a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task MayBePublishedAfterTheOriginalWasCorrected()
    {
        _site.Add(SiteFolder.Release, "Corrections: [{Date: 2026-03-03, Text: It runs on Mondays.}]");
        _site.Add("press-releases/ferry/index.es.md", """
            Corrections: [{Date: 2026-03-03, Text: Navega los lunes.}]
            Published: 2026-04-01T09:00
            """);

        Assert.Empty(await _site.ProblemsAsync());
    }

    [Fact]
    public async Task KeepsTheEmbargoOfTheOriginal()
    {
        _site.Replace(SiteFolder.Release, "Published: 2026-03-02T09:00", "Published: 2026-12-01T09:00");

        Assert.Empty(await _site.ProblemsAsync(Before));
        Assert.False(_site.Has("es/press-releases/ferry/index.html"));

        Assert.Empty(await _site.ProblemsAsync(After));
        Assert.True(_site.Has("es/press-releases/ferry/index.html"));
    }

    [Fact]
    public async Task IsInTheFeedOfItsLanguageBesideWhatIsNotTranslated()
    {
        Assert.Empty(await _site.ProblemsAsync());

        var feed = XDocument.Parse(_site.Read("es/feed.atom")).Root!;
        Assert.Equal("es", feed.Attribute(XNamespace.Xml + "lang")?.Value);
        Assert.Equal(["La cebra vuelve: ", "A hearing: en"], feed.Elements(_atom + "entry").Select(TitleAndLanguage));
        using var json = JsonDocument.Parse(_site.Read("es/feed.json"));
        var items = json.RootElement.GetProperty("items").EnumerateArray();
        Assert.Equal(["es", "en"], items.Select(item => item.GetProperty("language").GetString()!));
        Assert.DoesNotContain("La cebra", _site.Read("feed.atom"), StringComparison.Ordinal);
        Assert.Contains("<language>es</language>", _site.Read("es/feed.rss"), StringComparison.Ordinal);

        static string TitleAndLanguage(XElement entry) =>
            $"{entry.Element(_atom + "title")!.Value}: {entry.Attribute(XNamespace.Xml + "lang")?.Value}";
    }

    [Fact]
    public async Task HasItsLanguageInTheStructuredData()
    {
        Assert.Empty(await _site.ProblemsAsync());

        Assert.Equal("es", Article(Spanish).GetProperty("inLanguage").GetString());
        Assert.Equal("en", Article(English).GetProperty("inLanguage").GetString());
        Assert.Equal("La cebra vuelve", Article(Spanish).GetProperty("headline").GetString());
    }

    [Fact]
    public async Task HasASocialCardInEachLanguage()
    {
        _site.Replace("site.yml", "SocialImages: false", "SocialImages: true");

        Assert.Empty(await _site.ProblemsAsync());

        var (english, spanish) = (Property(English, "og:image"), Property(Spanish, "og:image"));
        Assert.NotEqual(english, spanish);
        Assert.NotEqual(Picture(english), Picture(spanish));
        Assert.Equal("The ferry runs", Property(English, "og:image:alt"));
        Assert.Equal("La cebra vuelve", Property(Spanish, "og:image:alt"));
    }

    [Fact]
    public async Task IsFoundBySearchInItsLanguage()
    {
        Assert.Empty(await _site.ProblemsAsync());

        Assert.Equal([Spanish], Index("/es/").PagesWith("cebras"));
        Assert.Empty(Index("/").PagesWith("cebra"));
        Assert.Equal(["/press-releases/hearing/"], Index("/es/").PagesWith("hearing"));
    }

    public void Dispose() => _site.Dispose();

    private SearchIndexReader Index(string root) => new(root, url => File.ReadAllBytes(Path.Combine(_site.Output, url[1..])));

    private IDocument Page(string url) => new HtmlParser().ParseDocument(_site.Read($"{url[1..]}index.html"));

    private static string[] Alternates(IDocument page) =>
        [.. page.QuerySelectorAll("link[hreflang]").Select(link => $"{link.GetAttribute("hreflang")} {link.GetAttribute("href")}")];

    private string[] AlternatesInSitemap(string url)
    {
        var urls = XDocument.Parse(_site.Read("sitemap.xml")).Root!.Elements();
        var links = urls.Single(entry => entry.Elements().First().Value == $"https://example.test{url}")
            .Elements().Where(element => element.Name.LocalName == "link");
        return [.. links.Select(link => $"{link.Attribute("hreflang")!.Value} {link.Attribute("href")!.Value}")];
    }

    private static (string?, string?, string) Switch(IDocument page)
    {
        var link = page.QuerySelectorAll(".languages a").Single();
        return (link.GetAttribute("href"), link.GetAttribute("lang"), link.TextContent);
    }

    private JsonElement Article(string url)
    {
        var data = Page(url).QuerySelector("script[type='application/ld+json']")!.TextContent;
        return JsonDocument.Parse(data).RootElement.GetProperty("@graph").EnumerateArray()
            .Single(thing => thing.GetProperty("@type").GetString() == "NewsArticle");
    }

    private string Property(string url, string name) => Page(url).QuerySelector($"meta[property='{name}']")!.GetAttribute("content")!;

    private byte[] Picture(string address) => File.ReadAllBytes(Path.Combine(_site.Output, new Uri(address).AbsolutePath[1..]));
}
