using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Markdown;

/// <summary>Feeds, archives and documents are published, too.</summary>
public sealed class LinkToAFeedOrFile : IDisposable
{
    private const string Withdrawn = "Withdrawn: {Date: 2026-05-01, Reason: It was wrong.}";

    private readonly SiteFolder _site = new();

    public LinkToAFeedOrFile()
    {
        foreach (var name in new[] { "letter", "answer" })
            _site.Write($"petitions/ferry/{name}.pdf", SmallPdf.Write());
        const string filing = """
              - Kind: original
                Title: The petition
                Date: 2026-01-05
                From: Test Rights
                To: the Commission

            """;
        _site.Replace(SiteFolder.Petition, filing, $"{filing}    File: letter.pdf\n{filing}    File: answer.pdf\n");
    }

    [Theory]
    [InlineData("/feed.atom")]
    [InlineData("/topics/asylum/feed.json")]
    [InlineData("/sitemap.xml")]
    [InlineData("/petitions/ferry/ferry-letter.pdf#page=1")]
    [InlineData("/petitions/ferry/ferry-documents.zip")]
    [InlineData("/petitions/?year=2026#main")]
    [InlineData("?from=a")]
    [InlineData("https://example.test")]
    [InlineData("https://example.test/feed.rss")]
    [InlineData("https://example.test/petitions/ferry/?from=a#main")]
    [InlineData("https://example.test.example.org/nowhere/?a")]
    [InlineData("mailto:?subject=A")]
    public async Task StaysAsItIsWritten(string link)
    {
        _site.AddText(SiteFolder.Release, $"\n[a]({link})\n");

        Assert.Empty(await _site.ProblemsAsync());

        Assert.Contains($"<a href=\"{link}\">a</a>", _site.Read("press-releases/ferry/index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "/petitions/ferry/letter/",
        "the link leads to /petitions/ferry/letter/, which was withdrawn; take the link out, or lead to the page that says why.")]
    [InlineData(
        "https://example.test/petitions/ferry/letter/#page=1",
        "the link leads to /petitions/ferry/letter/, which was withdrawn; take the link out, or lead to the page that says why.")]
    [InlineData(
        "/petitions/ferry/ferry-letter.pdf",
        "nothing is published at /petitions/ferry/ferry-letter.pdf; correct the address.")]
    [InlineData(
        "/petitions/ferry/ferry-documents.zip",
        "nothing is published at /petitions/ferry/ferry-documents.zip; correct the address.")]
    public async Task IsRefusedWhereThePetitionIsWithdrawn(string link, string problem)
    {
        _site.AddText(SiteFolder.Petition, $"\n[a]({link})\n");
        _site.Add(SiteFolder.Petition, Withdrawn);
        Assert.Empty(await _site.ProblemsAsync());
        _site.AddText(SiteFolder.Release, $"\n[a]({link})\n");

        Assert.Equal([$"input/{SiteFolder.Release}:10: {problem}"], await _site.ProblemsAsync());
        // Nothing is published yet, so that nothing is lost with a draft.
        Directory.Delete(_site.Output, recursive: true);
        _site.Add(SiteFolder.Release, "Draft: true");
        Assert.Equal([$"input/{SiteFolder.Release}:11: {problem}"], await _site.ProblemsAsync());
    }

    [Fact]
    public async Task MayBePublishedTogetherWithThePageThatLinksToIt()
    {
        _site.Add(SiteFolder.Petition, "Published: 2026-07-01");
        _site.Replace(SiteFolder.Release, "Published: 2026-03-02T09:00", "Published: 2026-07-02");
        _site.AddText(SiteFolder.Release, "\n[a](/petitions/ferry/ferry-letter.pdf) and [b](/petitions/ferry/ferry-documents.zip)\n");

        Assert.Empty(await _site.ProblemsAsync());
        Assert.Empty(await _site.ProblemsAsync("2026-07-03T00:00:00Z"));
    }

    [Fact]
    public async Task IsRefusedBeforeTheFileIsPublic()
    {
        _site.Add(SiteFolder.Petition, "Published: 2026-07-01");
        _site.AddText(SiteFolder.Release, "\n[a](/petitions/ferry/ferry-letter.pdf)\n");

        Assert.Equal(
            [$"input/{SiteFolder.Release}:10: nothing is published at /petitions/ferry/ferry-letter.pdf; correct the address."],
            await _site.ProblemsAsync());
    }

    [Theory]
    [InlineData("/feed")]
    [InlineData("/feed/")]
    [InlineData("/feed.xml")]
    [InlineData("/blog/feed.rss")]
    public async Task OfAnOldSiteMayRedirectToAPageOfThisOne(string old)
    {
        _site.Add(SiteFolder.Release, $"RedirectFrom: {old}");

        Assert.Empty(await _site.ProblemsAsync());

        Assert.Contains($"\"route\": \"{old}\"", _site.Read("staticwebapp.config.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsRefusedAsARedirect()
    {
        _site.Add(SiteFolder.Release, "RedirectFrom: [/topics/children/feed.rss, /petitions/ferry/ferry-letter.pdf]");

        Assert.Equal(
            [
                $"input/{SiteFolder.Release}:2: the old address /petitions/ferry/ferry-letter.pdf is that of a file of the site; "
                    + "take it out.",
                $"input/{SiteFolder.Release}:2: the old address /topics/children/feed.rss is that of a file of the site; take it out.",
            ],
            await _site.ProblemsAsync());
    }

    public void Dispose() => _site.Dispose();
}
