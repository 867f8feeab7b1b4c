using Advocacy.Generator.Publishing;
using Advocacy.Tests.Sites;
using Xunit;

namespace Advocacy.Tests.Planning;

public sealed class PublishedAddress : IDisposable
{
    private const string Lost =
        "output/urls.txt:6: /press-releases/ferry/ was published and now leads nowhere; give the page that takes its place \"RedirectFrom\", or bring it back with \"Withdrawn\" and the reason.";

    private readonly SiteFolder _site = new();

    [Fact]
    public async Task IsNeverLostUnnoticed()
    {
        Assert.Empty(await _site.ProblemsAsync());
        var before = _site.OutputFiles();
        Rename();

        Assert.Equal([Lost], await _site.ProblemsAsync());
        Assert.Equal(before, _site.OutputFiles());
    }

    [Fact]
    public async Task MayLeadToAnotherPage()
    {
        Assert.Empty(await _site.ProblemsAsync());
        Rename();
        _site.Add("press-releases/boat/index.md", "RedirectFrom: /press-releases/ferry/");

        Assert.Empty(await _site.ProblemsAsync());
        Assert.Contains("\"route\": \"/press-releases/ferry/\"", _site.Read("staticwebapp.config.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsLostWhereItWouldLeadToADraft()
    {
        Assert.Empty(await _site.ProblemsAsync());
        Rename();
        _site.Add("press-releases/boat/index.md", "Draft: true\nRedirectFrom: /press-releases/ferry/");

        Assert.Equal([Lost], await _site.ProblemsAsync());
    }

    [Fact]
    public async Task StaysWithAReasonWhereItsReleaseIsWithdrawn()
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
    public async Task IsGoneForTheDocumentsOfAWithdrawnRelease()
    {
        _site.Write("press-releases/ferry/list.txt", "words");
        _site.Add(SiteFolder.Release, "Documents: [{Title: List, Date: 2026-03-01, File: list.txt}]");
        Assert.Empty(await _site.ProblemsAsync());
        Assert.True(_site.Has("press-releases/ferry/ferry-list.txt"));
        _site.Add(SiteFolder.Release, "Withdrawn: {Date: 2026-05-01, Reason: The list named someone.}");

        Assert.Empty(await _site.ProblemsAsync());
        Assert.False(_site.Has("press-releases/ferry/ferry-list.txt"));
    }

    [Fact]
    public async Task IsNotOneThatOnlyARehearsalShowed()
    {
        Assert.Empty(await _site.ProblemsAsync("2026-03-01T00:00:00Z"));
        var before = _site.Read(PublishedAddresses.File);

        await SiteBuild.RunAsync(_site.Options() with { Rehearsal = true }, CancellationToken.None);

        Assert.True(_site.Has("press-releases/ferry/index.html"));
        Assert.Equal(before, _site.Read(PublishedAddresses.File));
    }

    public void Dispose() => _site.Dispose();

    private void Rename() => Directory.Move(_site.PathOf("press-releases/ferry"), _site.PathOf("press-releases/boat"));
}
