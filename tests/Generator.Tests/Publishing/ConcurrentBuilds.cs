using Advocacy.Generator;
using Advocacy.Generator.Publishing;
using Advocacy.Preview.Server;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Publishing;

public sealed class ConcurrentBuilds : IDisposable
{
    private readonly SiteFolder _site = new();

    [Fact]
    public async Task OfOneOutputAreRefusedButForTheFirst()
    {
        Assert.Empty(await _site.ProblemsAsync());
        var before = _site.OutputFiles();
        _site.AddText(SiteFolder.Release, "\nMore.\n");

        using (FolderLock.Take(Path.Combine(_site.Options().Cache, "output.building")))
        {
            Assert.Equal(["output:1: another build writes this folder; build again when it has ended."], await _site.ProblemsAsync());
            Assert.Equal(before, _site.OutputFiles());
        }

        Assert.Empty(await _site.ProblemsAsync());
    }

    [Fact]
    public async Task OfTwoOutputsSideBySideAreBothWhole()
    {
        var other = _site.Output + "-2";

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() =>
            SiteBuilder.RunAsync(i % 2 == 0 ? _site.Options() : _site.Options() with { Output = other }, CancellationToken.None))));

        Assert.Contains(results, result => result.Problems.IsEmpty);
        var problems = results.SelectMany(result => result.Problems);
        Assert.All(problems, problem => Assert.Equal("another build writes this folder", problem.What));
        await SiteBuilder.RunAsync(_site.Options(), CancellationToken.None);
        await SiteBuilder.RunAsync(_site.Options() with { Output = other }, CancellationToken.None);
        Assert.Equal(_site.OutputFiles(), SiteFolder.FilesOf(other));
    }

    [Fact]
    public void PreviewsOfOneFolderAreOne()
    {
        using (var first = OutputLease.Take(_site.Output))
        {
            Assert.NotNull(first);
            Assert.Null(OutputLease.Take(_site.Output));
            using var beside = OutputLease.Take(_site.Output + "-2");
            Assert.NotNull(beside);
        }

        using var again = OutputLease.Take(_site.Output);
        Assert.NotNull(again);
    }

    public void Dispose() => _site.Dispose();
}
