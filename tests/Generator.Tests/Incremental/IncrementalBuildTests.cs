using Advocacy.Generator;
using Advocacy.Generator.Documents.Reading;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Incremental;

/// <summary>A preview makes again only what changed. Whatever was edited, in whatever order, nobody can tell from the output.</summary>
public sealed class IncrementalBuildTests : IDisposable
{
    private const int Edits = 40;

    private readonly SiteFolder _site = new();
    private readonly IncrementalBuild _live = new();
    private readonly HashSet<string> _releases = [SiteFolder.Release];
    private string[] _broken = [];
    private DateTimeOffset _at = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public async Task TheOutputIsThatOfABuildFromNothing(int seed, bool knowsWhatChanged)
    {
        var random = new Random(seed);
        for (var i = 0; i < 12; i++)
            Release($"press-releases/r-{i}/index.md", random);
        await CompareAsync("the first build");
        var whole = 0;
        for (var edit = 0; edit < Edits; edit++)
        {
            var (file, what) = Edit(random);
            if (file is not null)
                _live.Changed(knowsWhatChanged ? _site.PathOf(file) : null);
            if (await CompareAsync($"seed {seed}, edit {edit}: {what}"))
                whole++;
        }
        // Most edits have to leave a site that can be built, or little was compared.
        Assert.InRange(whole, Edits / 4, Edits);
    }

    [Fact]
    public async Task OnlyWhatChangedIsWritten()
    {
        Assert.Empty((await LiveAsync()).Problems);
        _site.Replace(SiteFolder.Release, "A text.", "Another text.");
        _live.Changed(_site.PathOf(SiteFolder.Release));

        // The page; and of the search the page's passage, the names of passages, the terms and the manifest.
        Assert.Equal(5, (await LiveAsync()).Written);
        Assert.Contains("Another text.", _site.Read("press-releases/ferry/index.html"), StringComparison.Ordinal);
        var index = new SearchIndexReader("/", url => File.ReadAllBytes(Path.Combine(_site.Output, url[1..])));
        Assert.Equal(["/press-releases/ferry/"], index.PagesWith("another"));
    }

    [Fact]
    public async Task ThePagesAreShownWithoutTheIndex()
    {
        _site.Write("press-releases/other.md", File.ReadAllText(_site.PathOf(SiteFolder.Release)));
        Assert.Empty((await LiveAsync()).Problems);
        var before = _site.OutputFiles();
        File.Delete(_site.PathOf("press-releases/other.md"));
        _site.Replace(SiteFolder.Release, "A text.", "Another text.");
        _live.Changed(null);
        BuildResult? seen = null;
        var (page, isGone, hasOldIndex) = ("", false, false);

        var result = await _live.RunAsync(Options(_site.Output), CancellationToken.None, shown: shown =>
        {
            seen = shown;
            page = _site.Read("press-releases/ferry/index.html");
            isGone = !_site.Has("press-releases/other/index.html");
            // A reader who has loaded the old manifest still finds what it names.
            hasOldIndex = before.Keys.Where(IsOfSearch).All(_site.Has);
        });

        Assert.Contains("Another text.", page, StringComparison.Ordinal);
        Assert.True(isGone && hasOldIndex);
        Assert.Equal((result.Pages, result.NextChange), (seen!.Pages, seen.NextChange));
        Assert.InRange(seen.Written, 1, result.Written);
        Assert.NotEqual(before.Keys.Where(IsOfSearch), _site.OutputFiles().Keys.Where(IsOfSearch));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ATranslationFollowsWhatItsOriginalSaysForBoth(bool knowsWhatChanged)
    {
        _site.SpeakSpanish();
        _site.Write("press-releases/ferry/index.es.md", "---\nTitle: El transbordador navega\nDescription: Navega.\n---\nUn texto.\n");
        Assert.Empty((await LiveAsync()).Problems);

        _site.Replace(SiteFolder.Release, "Dateline: CHICAGO", "Dateline: SEATTLE");
        _live.Changed(knowsWhatChanged ? _site.PathOf(SiteFolder.Release) : null);
        Assert.Empty((await LiveAsync()).Problems);

        Assert.Contains("SEATTLE", _site.Read("es/press-releases/ferry/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatAppearsWhileTheSiteCannotBeReadIsThereWhenItCan()
    {
        Assert.Empty((await LiveAsync()).Problems);
        var organization = File.ReadAllText(_site.PathOf("site.yml"));
        _site.Write("site.yml", "Name: [");
        _site.Write("press-releases/new/index.md", File.ReadAllText(_site.PathOf(SiteFolder.Release)));
        _live.Changed(_site.PathOf("site.yml"));
        _live.Changed(_site.PathOf("press-releases/new/index.md"));
        Assert.NotEmpty((await LiveAsync()).Problems);
        _site.Write("site.yml", organization);
        _live.Changed(_site.PathOf("site.yml"));

        Assert.True(await CompareAsync("the site can be read again"));
        Assert.True(_site.Has("press-releases/new/index.html"));
    }

    [Fact]
    public async Task ATextThatChangedWhileAnotherWasBrokenIsShownInTheEnd()
    {
        _site.Write("about.md", "---\nTitle: About\nDescription: About us.\n---\nThe old text.\n");
        Assert.Empty((await LiveAsync()).Problems);
        _site.Write("about.md", "---\nTitle: About\nDescription: About us.\n---\nThe new text.\n");
        _site.Replace(SiteFolder.Release, "Tags: [asylum]", "Tags: [nothing]");
        _live.Changed(_site.PathOf("about.md"));
        _live.Changed(_site.PathOf(SiteFolder.Release));
        Assert.NotEmpty((await LiveAsync()).Problems);
        _site.Replace(SiteFolder.Release, "Tags: [nothing]", "Tags: [asylum]");
        _live.Changed(_site.PathOf(SiteFolder.Release));

        Assert.Empty((await LiveAsync()).Problems);
        Assert.Contains("The new text.", _site.Read("about/index.html"), StringComparison.Ordinal);
    }

    public void Dispose() => _site.Dispose();

    /// <returns>The file, null where only time passed.</returns>
    private (string? File, string What) Edit(Random random)
    {
        var release = _releases.Order(StringComparer.Ordinal).ElementAt(random.Next(_releases.Count));
        if (_broken.Length > 0 && random.Next(4) > 0)
        {
            Release(_broken[0], random);
            return (_broken[0], $"{_broken[0]} is fixed");
        }
        switch (random.Next(13))
        {
            case 0 or 1 or 2:
                Release(release, random);
                return (release, $"another {release}");
            case 3:
                var added = $"press-releases/n-{random.Next(1000)}/index.md";
                Release(added, random);
                return (added, $"{added} comes");
            case 4 when _releases.Count > 3:
                Directory.Delete(Path.GetDirectoryName(_site.PathOf(release))!, recursive: true);
                _releases.Remove(release);
                return (Path.GetDirectoryName(release), $"{release} goes");
            case 5:
                _site.AddText(release, $"\nMore words, {random.Next(1000)}.\n");
                return (release, $"more text in {release}");
            case 6:
                _site.Write("press-releases/r-1/paper.pdf", SmallPdf.Write(1 + random.Next(3)));
                return ("press-releases/r-1/paper.pdf", "another document");
            case 7:
                _site.Replace("site.yml", "Tagline: ", $"Tagline: More {random.Next(10)} ");
                return ("site.yml", "another tagline");
            case 8:
                _site.Write("campaigns/autumn.yml", $$"""
                    Title: Autumn
                    Description: A campaign.
                    Announced: 2026-05-01
                    Starts: 2026-06-0{{1 + random.Next(4)}}
                    Ends: 2026-07-01T00:00
                    ThanksUntil: 2026-07-08T00:00
                    Amounts: [{Amount: 25, Text: meant for something}]
                    Before: {Banner: Soon, LinkText: Read, Link: /petitions/ferry/, Text: Soon.}
                    Day: {Banner: Autumn {{random.Next(10)}}, LinkText: Read, Link: /petitions/ferry/, Text: Now.}
                    Thanks: {Banner: Thank you, LinkText: Read, Link: /petitions/ferry/, Text: Thank you.}
                    Over: Over.

                    """);
                return ("campaigns/autumn.yml", "a banner");
            case 9:
                _site.Write(release, "---\nTitle: Broken\n---\n");
                return (release, $"{release} breaks");
            case 10:
                _site.AddText(SiteFolder.Petition, $"\n## Heading {random.Next(3)}\n\nMore.\n");
                return (SiteFolder.Petition, "another heading in the petition");
            case 11:
                const string Transcript = "petitions/ferry/ferry-letter.md";
                if (File.Exists(_site.PathOf(Transcript)))
                    File.Delete(_site.PathOf(Transcript));
                else
                    _site.Write(Transcript, $"What the letter says, {random.Next(1000)}.\n");
                return (Transcript, "a document is written out, or is not any more");
            default:
                _at = _at.AddDays(random.Next(30));
                return (null, "days pass");
        }
    }

    private void Release(string file, Random random)
    {
        _releases.Add(file);
        var related = _releases.Order(StringComparer.Ordinal).ElementAt(random.Next(_releases.Count));
        var other = Path.GetFileName(Path.GetDirectoryName(related));
        _site.Write(file, $"""
            ---
            Title: Title {random.Next(100)}
            Description: Words {random.Next(5)}.
            Dateline: CHICAGO
            Published: 2026-0{1 + random.Next(9)}-1{random.Next(9)}T09:00
            Tags: [{(random.Next(2) == 0 ? "asylum" : "children, asylum")}]
            Related: [{other}]
            {(random.Next(2) == 0 ? "Petitions: [ferry]" : "Embargo: true")}
            {(random.Next(12) == 0 ? "Draft: true" : "Subheading: A line")}
            {Documents()}
            ---
            Words with a [link](xref:{Linked()}) and [another](/petitions/ferry/{Place()}).

            ## Part {random.Next(3)}

            The end.

            """);

        string? Linked() => random.Next(8) == 0 && other != "ferry" ? other : "home";

        string Place() => random.Next(12) == 0 ? "#heading-1" : "";

        string Documents() =>
            file.Contains("r-1/", StringComparison.Ordinal) && File.Exists(_site.PathOf("press-releases/r-1/paper.pdf"))
                ? "Documents: [{Title: Paper, Date: 2026-01-01, File: paper.pdf}]"
                : "# No documents";
    }

    private Task<BuildResult> LiveAsync() => _live.RunAsync(Options(_site.Output), CancellationToken.None);

    private static bool IsOfSearch(string file) => file.StartsWith("assets/search/", StringComparison.Ordinal);

    private BuildOptions Options(string output) => _site.Options() with { Output = output, At = _at, Rehearsal = true };

    /// <returns>Whether the site could be built.</returns>
    private async Task<bool> CompareAsync(string when)
    {
        var fresh = Path.Combine(_site.Output, "..", "fresh", "output");
        var expected = await SiteBuilder.RunAsync(Options(fresh), CancellationToken.None);
        var live = await LiveAsync();
        Assert.True(
            expected.Problems.SequenceEqual(live.Problems),
            $"{when}:\n{string.Join('\n', expected.Problems)}\nbut\n{string.Join('\n', live.Problems)}");
        Assert.Equal((expected.Pages, expected.NextChange), (live.Pages, live.NextChange));
        _broken = [.. live.Problems.Select(p => Path.GetRelativePath(_site.Input, p.Path)).Intersect(_releases)];
        if (!live.Problems.IsEmpty)
            return false;
        var (right, found) = (SiteFolder.FilesOf(fresh), _site.OutputFiles());
        var (missing, extra) = (right.Keys.Except(found.Keys), found.Keys.Except(right.Keys));
        Assert.True(right.Keys.SequenceEqual(found.Keys), $"{when}: {string.Join(' ', missing)} / {string.Join(' ', extra)}");
        Assert.All(right, file => Assert.True(file.Value.AsSpan().SequenceEqual(found[file.Key]), $"{when}: {file.Key}"));
        return true;
    }
}
