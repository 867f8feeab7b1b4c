using System.Globalization;
using System.IO.Compression;
using System.Text;
using Advocacy.Content.GivingData;
using Advocacy.Generator;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Planning;

public sealed class EmbargoesAndDrafts : IDisposable
{
    private const string Before = "2026-12-01T14:59:59Z";
    private const string After = "2026-12-01T15:00:00Z";

    private readonly SiteFolder _site = new();

    [Fact]
    public async Task EmbargoedReleaseLeavesNoTrace()
    {
        Embargoed();

        Assert.Empty(await _site.ProblemsAsync(Before));

        Assert.Empty(Traces());
    }

    [Fact]
    public async Task EmbargoedReleaseLeavesNoTraceAfterARehearsal()
    {
        Embargoed();
        Assert.Empty(await _site.ProblemsAsync(Before));
        await SiteBuilder.RunAsync(_site.Options(After) with { Rehearsal = true }, CancellationToken.None);
        Assert.NotEmpty(Traces());

        Assert.Empty(await _site.ProblemsAsync(Before));

        Assert.Empty(Traces());
    }

    [Fact]
    public async Task EmbargoedReleaseIsThereFromItsInstantOn()
    {
        Embargoed();

        Assert.Empty(await _site.ProblemsAsync(After));

        Assert.Contains("The zebra decision", _site.Read("press-releases/zebra-case/index.html"), StringComparison.Ordinal);
        Assert.True(_site.Has("press-releases/zebra-case/zebra-case-zebra-decision.pdf"));
        Assert.True(_site.Has("press-releases/zebra-case/zebra-case-documents.zip"));
        Assert.Contains("/zebra-case/", _site.Read("sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains("/zebra-case/", _site.Read("feed.atom"), StringComparison.Ordinal);
        Assert.Contains("/zebra-old/", _site.Read("staticwebapp.config.json"), StringComparison.Ordinal);
        Assert.Contains("/zebra-case/", _site.Read("petitions/ferry/index.html"), StringComparison.Ordinal);
        var index = new SearchIndexReader("/", url => File.ReadAllBytes(Path.Combine(_site.Output, url[1..])));
        Assert.Equal(
            [
                "/press-releases/zebra-case/",
                "/press-releases/zebra-case/zebra-decision/",
                "/press-releases/zebra-case/zebra-letter/",
            ],
            index.PagesWith("zebra").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task LinkToAnEmbargoedReleaseIsRefused()
    {
        Embargoed();
        _site.AddText(
            SiteFolder.Release,
            "\nRead [it](/press-releases/zebra-case/) and [the decision](../zebra-case/zebra-decision.pdf).\n");

        Assert.Equal(
            [
                "input/press-releases/ferry/index.md:10: the link leads to /press-releases/zebra-case/, which is not public; "
                    + "take the link out, or publish that page first.",
                "input/press-releases/ferry/index.md:10: zebra-decision.pdf is a file of /press-releases/zebra-case/, "
                    + "which is not public; take it out, or publish that page first.",
            ],
            await _site.ProblemsAsync(Before));
    }

    [Fact]
    public async Task FileOfAnEmbargoedReleaseIsRefusedInTheFieldsOfAPublicPage()
    {
        Embargoed();
        _site.Add(SiteFolder.Release, "Documents: [{Title: Decision, Date: 2026-03-01, File: ../zebra-case/zebra-decision.pdf}]");

        const string Problem = "input/press-releases/ferry/index.md:2: zebra-decision.pdf is a file of /press-releases/zebra-case/, "
            + "which is not public; take it out, or publish that page first.";
        Assert.Equal([Problem], await _site.ProblemsAsync(Before));
        Assert.Empty(await _site.ProblemsAsync(After));
    }

    [Fact]
    public async Task FilesBesideAnEmbargoedPageThatHasNoFolderLeaveNoTrace()
    {
        Flat("one", "2026-12-01T09:00");

        Assert.Empty(await _site.ProblemsAsync(Before));
        Assert.Empty(Traces());

        Assert.Empty(await _site.ProblemsAsync(After));
        Assert.NotEmpty(Traces());
    }

    [Fact]
    public async Task FileBesideSeveralPagesIsPublicWithTheFirstOfThem()
    {
        Flat("one", "2026-12-01T09:00");
        Flat("two", "2026-03-01T09:00");

        Assert.Empty(await _site.ProblemsAsync(Before));

        Assert.Contains(Traces(), file => file.EndsWith("zebra.txt", StringComparison.Ordinal));
        Assert.False(_site.Has("press-releases/one/index.html"));
    }

    [Fact]
    public async Task FilesBesideAnEmbargoedPageThatHasNoFolderAreRefusedElsewhere()
    {
        Flat("one", "2026-12-01T09:00");
        _site.AddText(SiteFolder.Release, "\nRead [it](../zebra.txt).\n\n![A shore](../zebra.jpg)\n");

        Assert.Equal(
            [
                "input/press-releases/ferry/index.md:10: zebra.txt is a file of /press-releases/one/, "
                    + "which is not public; take it out, or publish that page first.",
                "input/press-releases/ferry/index.md:12: zebra.jpg is a file of /press-releases/one/, "
                    + "which is not public; take it out, or publish that page first.",
            ],
            await _site.ProblemsAsync(Before));
    }

    [Fact]
    public async Task DraftIsForThoseWhoAskForDrafts()
    {
        _site.Add(SiteFolder.Release, "Draft: true");

        Assert.Empty(await _site.ProblemsAsync());
        Assert.False(_site.Has("press-releases/ferry/index.html"));

        await SiteBuilder.RunAsync(_site.Options() with { Drafts = true, Rehearsal = true }, CancellationToken.None);
        Assert.True(_site.Has("press-releases/ferry/index.html"));
    }

    [Fact]
    public async Task ExpiredReleaseIsGoneFromItsInstantOn()
    {
        _site.Add(SiteFolder.Release, "Expires: 2026-05-01T09:00");

        Assert.Empty(await _site.ProblemsAsync("2026-05-01T13:59:59Z"));
        Assert.True(_site.Has("press-releases/ferry/index.html"));

        Assert.Empty(await _site.ProblemsAsync("2026-05-01T14:00:00Z"));
        Assert.False(_site.Has("press-releases/ferry/index.html"));
    }

    [Theory]
    [InlineData("Expires: 2026-05-01", "2026-05-02T04:59:59Z", "2026-05-02T05:00:00Z")]
    [InlineData("Expires: 2026-11-01", "2026-11-02T05:59:59Z", "2026-11-02T06:00:00Z")]
    [InlineData("Expires: 2026-05-01T00:00", "2026-05-01T04:59:59Z", "2026-05-01T05:00:00Z")]
    public async Task LastDayBelongsToARelease(string field, string last, string gone)
    {
        _site.Add(SiteFolder.Release, field);

        Assert.Empty(await _site.ProblemsAsync(last));
        Assert.True(_site.Has("press-releases/ferry/index.html"));

        Assert.Empty(await _site.ProblemsAsync(gone));
        Assert.False(_site.Has("press-releases/ferry/index.html"));
    }

    [Fact]
    public async Task LastDaysBelongToACampaignItsThanksAndItsMatch()
    {
        _site.TakeGifts();
        _site.Write("campaigns/spring.yml", SiteFolder.Spring
            .Replace("Ends: 2026-04-30T09:00", "Ends: 2026-04-30", StringComparison.Ordinal)
            .Replace("ThanksUntil: 2026-05-07T09:00", "ThanksUntil: 2026-05-07", StringComparison.Ordinal)
            + "Match: {Sponsor: A, Ratio: 1:1, Cap: 100, Ends: 2026-04-29, IfUnmet: None.}\n");

        Assert.Empty(await _site.ProblemsAsync("2026-04-01T15:00:00Z"));

        Assert.Equal("2026-05-01T05:00:00", await Next("2026-04-15T00:00:00Z"));
        Assert.Equal("2026-05-08T05:00:00", await Next("2026-05-01T05:00:00Z"));
        var giving = GivingFile.Read(Encoding.UTF8.GetBytes(_site.Read(GivingFile.Name)));
        var campaign = giving.Editions[0].Campaigns.Single(c => c.Slug == "spring");
        Assert.Equal(DateTimeOffset.Parse("2026-04-30T05:00:00Z", CultureInfo.InvariantCulture), campaign.Match!.Ends);
        Assert.Equal(DateTimeOffset.Parse("2026-05-01T05:00:00Z", CultureInfo.InvariantCulture), campaign.Window!.Ends);
    }

    [Fact]
    public async Task NextChangeIsTheNearestOfAllThatComeAndGo()
    {
        _site.Add(SiteFolder.Release, "Expires: 2026-05-01T09:00");
        _site.Write("campaigns/spring.yml", SiteFolder.Spring);

        string[] changes =
        [
            "2026-03-02T15:00:00",
            "2026-03-15T14:00:00",
            "2026-04-01T14:00:00",
            "2026-04-30T14:00:00",
            "2026-05-01T14:00:00",
            "2026-05-07T14:00:00",
            "never",
        ];
        var at = "2026-02-01T00:00:00";
        foreach (var change in changes)
            Assert.Equal(change, at = await Next(at + "Z"));
    }

    private async Task<string> Next(string at)
    {
        var result = await _site.BuildAsync(at);
        Assert.Empty(_site.Shown(result));
        return result.NextChange?.UtcDateTime.ToString("s", CultureInfo.InvariantCulture) ?? "never";
    }

    public void Dispose() => _site.Dispose();

    private void Embargoed()
    {
        _site.Write("press-releases/zebra-case/index.md", """
            ---
            Title: The zebra decision
            Description: What the zebra decision says.
            Dateline: CHICAGO
            Published: 2026-12-01T09:00
            Embargo: true
            Tags: [children]
            Petitions: [ferry]
            RedirectFrom: /zebra-old/
            Documents:
              - Title: Zebra decision
                Date: 2026-11-30
                File: zebra-decision.pdf
              - Title: Zebra letter
                Date: 2026-11-30
                File: zebra-letter.txt
            ---
            The zebra text.

            """);
        _site.Write("press-releases/zebra-case/zebra-decision.pdf", SmallPdf.Write(catalog: "/Note (zebra)"));
        _site.Write("press-releases/zebra-case/zebra-letter.txt", "zebra");
        _site.Replace(SiteFolder.Petition, "Title: Let the ferry run", "Title: Let the ferry run\nRelated: [zebra-case]");
    }

    /// <summary>A release in a file of its own, with a document and a picture beside it.</summary>
    private void Flat(string name, string published)
    {
        _site.Write("press-releases/zebra.txt", "zebra");
        _site.Write("press-releases/zebra.jpg", Photographs.Jpeg(640, 480));
        _site.Write($"press-releases/{name}.md", $"""
            ---
            Title: The decision of {name}
            Description: What it says.
            Dateline: CHICAGO
            Published: {published}
            Documents: [{"{"}Title: Letter, Date: 2026-03-01, File: zebra.txt{"}"}]
            ---
            A text.

            ![A herd](zebra.jpg)

            """);
    }

    /// <summary>Every place of the output that has the secret word, packed or not.</summary>
    private List<string> Traces()
    {
        var traces = new List<string>();
        foreach (var (path, bytes) in _site.OutputFiles())
        {
            if (Speaks(path) || Speaks(bytes))
                traces.Add(path);
            if (!path.EndsWith(".zip", StringComparison.Ordinal))
                continue;
            using var archive = new ZipArchive(new MemoryStream(bytes));
            traces.AddRange(archive.Entries.Where(e => Speaks(e.FullName) || Speaks(Bytes(e))).Select(e => $"{path}/{e.FullName}"));
        }
        return traces;

        static bool Speaks(object what) =>
            (what as string ?? Encoding.Latin1.GetString((byte[])what)).Contains("zebra", StringComparison.OrdinalIgnoreCase);

        static byte[] Bytes(ZipArchiveEntry entry)
        {
            using var bytes = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
    }
}
