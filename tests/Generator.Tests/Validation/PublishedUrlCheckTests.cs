using System.Text.Json.Nodes;
using Advocacy.Generator;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Validation;

public sealed class PublishedUrlCheckTests : IDisposable
{
    private static readonly string _lost = LostAt(6, "/press-releases/ferry/");

    private readonly SiteFolder _site = new();

    [Fact]
    public async Task LostUrlIsAProblem()
    {
        Assert.Empty(await _site.ProblemsAsync());
        var before = _site.OutputFiles();
        Rename();

        Assert.Equal([_lost], await _site.ProblemsAsync());
        Assert.Equal(before, _site.OutputFiles());
    }

    [Fact]
    public async Task UrlMayRedirectToAnotherPage()
    {
        Assert.Empty(await _site.ProblemsAsync());
        Rename();
        _site.Add("press-releases/boat/index.md", "RedirectFrom: /press-releases/ferry/");

        Assert.Empty(await _site.ProblemsAsync());
        Assert.Contains("\"route\": \"/press-releases/ferry/\"", _site.Read("staticwebapp.config.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RedirectIsRememberedAsAPublishedUrl()
    {
        Assert.Empty(await _site.ProblemsAsync());
        Rename();
        _site.Add("press-releases/boat/index.md", "RedirectFrom: /press-releases/ferry/");
        Assert.Empty(await _site.ProblemsAsync());
        _site.Replace("press-releases/boat/index.md", "RedirectFrom: /press-releases/ferry/\n", "");

        Assert.Equal([LostAt(7, "/press-releases/ferry/")], await _site.ProblemsAsync());
    }

    [Fact]
    public async Task UrlGoesWithThePageThatExpires()
    {
        Assert.Empty(await _site.ProblemsAsync());
        Rename();
        _site.Add("press-releases/boat/index.md", "RedirectFrom: /press-releases/ferry/");
        Assert.Empty(await _site.ProblemsAsync());
        _site.Add("press-releases/boat/index.md", "Expires: 2026-04-01");

        Assert.Empty(await _site.ProblemsAsync());
    }

    [Fact]
    public async Task UrlIsLostWhereItWouldLeadToADraft()
    {
        Assert.Empty(await _site.ProblemsAsync());
        Rename();
        _site.Add("press-releases/boat/index.md", "Draft: true\nRedirectFrom: /press-releases/ferry/");

        Assert.Equal([_lost], await _site.ProblemsAsync());
    }

    [Fact]
    public async Task UrlOfAWithdrawnReleaseStaysWithTheReason()
    {
        Assert.Empty(await _site.ProblemsAsync());
        _site.Add(SiteFolder.Release, "Withdrawn: {Date: 2026-05-01, Reason: The ferry never ran.}");

        Assert.Empty(await _site.ProblemsAsync());
        Assert.Contains("The ferry never ran.", _site.Read("press-releases/ferry/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("A text.", _site.Read("press-releases/ferry/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("/press-releases/ferry/", _site.Read("sitemap.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("/press-releases/ferry/", _site.Read("feed.atom"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UrlsOfDocumentsRedirectToTheWithdrawnRelease()
    {
        _site.Write("press-releases/ferry/list.txt", "words");
        _site.Add(SiteFolder.Release, "Documents: [{Title: List, Date: 2026-03-01, File: list.txt}]");
        Assert.Empty(await _site.ProblemsAsync());
        Assert.True(_site.Has("press-releases/ferry/ferry-list.txt"));
        _site.Add(SiteFolder.Release, "Withdrawn: {Date: 2026-05-01, Reason: The list named someone.}");

        Assert.Empty(await _site.ProblemsAsync());
        Assert.False(_site.Has("press-releases/ferry/ferry-list.txt"));
        Assert.Equal(
            [
                "/press-releases/ferry/ferry-list.txt > /press-releases/ferry/",
                "/press-releases/ferry/list/ > /press-releases/ferry/",
            ],
            Redirects());
    }

    [Fact]
    public async Task UrlOfADocumentThatAnotherReleaseHasStaysWhereThatIsNotWithdrawn()
    {
        const string documents = "Documents: [{Title: List, Date: 2026-03-01, File: list.txt}]";
        var release = File.ReadAllText(_site.PathOf(SiteFolder.Release)).Insert("---\n".Length, $"{documents}\n");
        _site.Write("press-releases/list.txt", "words");
        _site.Write("press-releases/boat.md", release);
        _site.Write("press-releases/raft.md", release);
        Assert.Empty(await _site.ProblemsAsync());
        _site.Add("press-releases/boat.md", "Withdrawn: {Date: 2026-05-01, Reason: The list named someone.}");

        Assert.Empty(await _site.ProblemsAsync());
        Assert.Equal(["/press-releases/boat/list/ > /press-releases/boat/"], Redirects());
        _site.Add("press-releases/raft.md", "Withdrawn: {Date: 2026-05-01, Reason: The list named someone.}");

        Assert.Empty(await _site.ProblemsAsync());
        Assert.Contains("/press-releases/press-releases-list.txt > /press-releases/boat/", Redirects());
    }

    [Fact]
    public async Task UrlOfADocumentRedirectsWhereItsReleaseMoves()
    {
        _site.Write("press-releases/ferry/list.txt", "words");
        _site.Add(SiteFolder.Release, "Documents: [{Title: List, Date: 2026-03-01, File: list.txt}]");
        Assert.Empty(await _site.ProblemsAsync());
        Rename();
        _site.Add("press-releases/boat/index.md", "RedirectFrom: [/press-releases/ferry/, /news/ferry/]");

        Assert.Empty(await _site.ProblemsAsync());
        Assert.Equal(
            [
                "/news/ferry/ > /press-releases/boat/",
                "/press-releases/ferry/ > /press-releases/boat/",
                "/press-releases/ferry/ferry-list.txt > /press-releases/boat/boat-list.txt",
                "/press-releases/ferry/list/ > /press-releases/boat/list/",
            ],
            Redirects());
    }

    [Fact]
    public async Task UrlOfADocumentRedirectsInEachLanguageAndForTheArchive()
    {
        const string filing = """
              - Kind: original
                Title: The petition
                Date: 2026-01-05
                From: Test Rights
                To: the Commission

            """;
        _site.SpeakSpanish();
        _site.Write("petitions/ferry/list.txt", "words");
        _site.Write("petitions/ferry/answer.txt", "words");
        _site.Replace(SiteFolder.Petition, filing, $"{filing}    File: list.txt\n{filing}    File: answer.txt\n");
        _site.Write("petitions/ferry/index.es.md", File.ReadAllText(_site.PathOf(SiteFolder.Petition)));
        Assert.Empty(await _site.ProblemsAsync());
        Directory.Move(_site.PathOf("petitions/ferry"), _site.PathOf("petitions/boat"));
        _site.Add("petitions/boat/index.md", "RedirectFrom: /petitions/ferry/");
        _site.Add("petitions/boat/index.es.md", "RedirectFrom: /es/petitions/ferry/");

        Assert.Empty(await _site.ProblemsAsync());
        Assert.Equal(
            [
                "/es/petitions/ferry/ > /es/petitions/boat/",
                "/es/petitions/ferry/answer/ > /es/petitions/boat/answer/",
                "/es/petitions/ferry/list/ > /es/petitions/boat/list/",
                "/petitions/ferry/ > /petitions/boat/",
                "/petitions/ferry/answer/ > /petitions/boat/answer/",
                "/petitions/ferry/ferry-answer.txt > /petitions/boat/boat-answer.txt",
                "/petitions/ferry/ferry-documents.zip > /petitions/boat/boat-documents.zip",
                "/petitions/ferry/ferry-list.txt > /petitions/boat/boat-list.txt",
                "/petitions/ferry/list/ > /petitions/boat/list/",
            ],
            Redirects());
    }

    [Fact]
    public async Task UrlOfADocumentIsLostWhereTheReleaseHasItNoMore()
    {
        const string documents = "Documents: [{Title: List, Date: 2026-03-01, File: list.txt}]";
        _site.Write("press-releases/ferry/list.txt", "words");
        _site.Add(SiteFolder.Release, documents);
        Assert.Empty(await _site.ProblemsAsync());
        Rename();
        _site.Replace("press-releases/boat/index.md", documents, "RedirectFrom: /press-releases/ferry/");

        Assert.Equal(
            [LostAt(7, "/press-releases/ferry/ferry-list.txt"), LostAt(8, "/press-releases/ferry/list/")],
            await _site.ProblemsAsync());
    }

    [Fact]
    public async Task UrlThatOnlyARehearsalShowedIsNotPublished()
    {
        Assert.Empty(await _site.ProblemsAsync("2026-03-01T00:00:00Z"));
        var before = _site.Read("urls.txt");

        await SiteBuilder.RunAsync(_site.Options() with { Rehearsal = true }, CancellationToken.None);

        Assert.True(_site.Has("press-releases/ferry/index.html"));
        Assert.Equal(before, _site.Read("urls.txt"));
    }

    public void Dispose() => _site.Dispose();

    /// <param name="line">Of the list of published addresses.</param>
    private static string LostAt(int line, string url) =>
        $"output/urls.txt:{line}: {url} was published and now leads nowhere; "
        + "give the page that takes its place \"RedirectFrom\", or bring it back with \"Withdrawn\" and the reason.";

    /// <summary>Those of the host's configuration.</summary>
    private string[] Redirects() =>
    [
        .. JsonNode.Parse(_site.Read("staticwebapp.config.json"))!["routes"]!.AsArray()
            .Where(route => route!["redirect"] is not null).Select(route => $"{route!["route"]} > {route["redirect"]}"),
    ];

    private void Rename() => Directory.Move(_site.PathOf("press-releases/ferry"), _site.PathOf("press-releases/boat"));
}
