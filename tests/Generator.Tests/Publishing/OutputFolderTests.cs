using Advocacy.Generator;
using Advocacy.Generator.Publishing;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Publishing;

public sealed class OutputFolderTests : IDisposable
{
    private static readonly DateTime _longAgo = new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly SiteFolder _site = new();

    [Fact]
    public async Task SecondBuildIntoAnotherFolderGivesTheSameBytes()
    {
        Assert.Empty(await _site.ProblemsAsync());
        var other = Path.Combine(_site.Input, "..", "other", "output");

        await SiteBuilder.RunAsync(_site.Options() with { Output = other }, CancellationToken.None);

        Assert.Equal(_site.OutputFiles(), SiteFolder.FilesOf(other));
    }

    [Theory]
    [InlineData("../escaped.html")]
    [InlineData("topics/../../escaped.html")]
    [InlineData("/tmp/escaped.html")]
    public void NothingIsWrittenElsewhere(string file) =>
        Assert.Throws<InvalidOperationException>(() => OutputPath.Of(_site.Output, file));

    // A file that is written anew has a new time, so that an old time is the old file itself.
    [Fact]
    public async Task SecondBuildLeavesFilesThatDidNotChange()
    {
        Assert.Empty(await _site.ProblemsAsync());
        foreach (var file in Files())
            File.SetLastWriteTimeUtc(file, _longAgo);
        _site.Replace(SiteFolder.Release, "A text.", "Another text.");

        var result = await _site.BuildAsync();

        var changed = Files()
            .Where(file => File.GetLastWriteTimeUtc(file) != _longAgo)
            .Select(file => Path.GetRelativePath(_site.Output, file))
            .ToLookup(file => file.StartsWith("assets/search/", StringComparison.Ordinal) ? "index" : "pages");
        // The search finds the page by its new word: its passage, the names of passages, the terms.
        Assert.Equal(3, changed["index"].Count());
        Assert.Equal(["press-releases/ferry/index.html", "search/index.json"], changed["pages"].Order(StringComparer.Ordinal));
        Assert.Equal(5, result.Written);
    }

    [Fact]
    public async Task SecondBuildRemovesWhatIsGone()
    {
        const string Documents = "Documents: [{Title: List, Date: 2026-03-01, File: list.txt}]\n";
        const string Redirects = "RedirectFrom: [/press-releases/ferry/ferry-list.txt, /press-releases/ferry/list/]\n";
        _site.Write("press-releases/ferry/list.txt", "words");
        _site.Replace(SiteFolder.Release, "Tags:", $"{Documents}Tags:");
        Assert.Empty(await _site.ProblemsAsync());
        Assert.True(_site.Has("press-releases/ferry/ferry-list.txt"));
        _site.Replace(SiteFolder.Release, Documents, Redirects);

        Assert.Empty(await _site.ProblemsAsync());
        Assert.False(_site.Has("press-releases/ferry/ferry-list.txt"));
    }

    [Fact]
    public async Task SecondBuildLeavesNothingBesideTheOutput()
    {
        Assert.Empty(await _site.ProblemsAsync());
        Assert.Empty(await _site.ProblemsAsync());

        var folders = Directory.GetDirectories(Path.GetDirectoryName(_site.Output)!).Select(folder => Path.GetFileName(folder)!);
        Assert.Equal([".cache", "input", "output"], folders.Order(StringComparer.Ordinal));
        Assert.False(Directory.Exists(Path.Combine(_site.Options().Cache, "stage-output")));
    }

    public void Dispose() => _site.Dispose();

    private IEnumerable<string> Files() => Directory.EnumerateFiles(_site.Output, "*", SearchOption.AllDirectories);
}
