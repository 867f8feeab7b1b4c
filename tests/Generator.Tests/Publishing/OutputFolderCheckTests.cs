using Advocacy.Generator;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Publishing;

/// <summary>A site takes the place of all that is in its output, so it never goes where something else is.</summary>
public sealed class OutputFolderCheckTests : IDisposable
{
    private readonly SiteFolder _site = new();

    [Theory]
    [InlineData("input")]
    [InlineData("input/press-releases")]
    [InlineData("input/new")]
    [InlineData(".")]
    [InlineData("/")]
    public async Task TheInputIsNotDeleted(string output)
    {
        var before = SiteFolder.FilesOf(_site.Input).Keys.ToArray();

        var problem = Assert.Single((await BuildAsync(output)).Problems);

        const string Refusal = "a site that is put here would take the place of files in INPUT; name a folder of its own with --output";
        Assert.Equal(Refusal, $"{problem.What}; {problem.Fix}".Replace(_site.Input, "INPUT", StringComparison.Ordinal));
        Assert.Equal(before, SiteFolder.FilesOf(_site.Input).Keys);
    }

    [Fact]
    public async Task OtherFilesAreNotDeleted()
    {
        Directory.CreateDirectory(_site.Output);
        await File.WriteAllTextAsync(Path.Combine(_site.Output, "important.txt"), "Important.");

        BuildResult[] results =
        [
            await _site.BuildAsync(),
            await new IncrementalBuild().RunAsync(_site.Options(), CancellationToken.None),
        ];
        foreach (var result in results)
        {
            var problem = Assert.Single(result.Problems);
            Assert.Equal("the folder has files in it that are not an earlier site, and would be deleted", problem.What);
            Assert.Equal("Important.", _site.Read("important.txt"));
        }
    }

    [Fact]
    public async Task AnEmptyFolderAndAnEarlierSiteAreAccepted()
    {
        Directory.CreateDirectory(_site.Output);
        Assert.Empty((await _site.BuildAsync()).Problems);
        Assert.Empty((await _site.BuildAsync()).Problems);
    }

    [Fact]
    public async Task APreviewThatWasCanceledLeavesAFolderForTheNext()
    {
        using var ending = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new IncrementalBuild().RunAsync(_site.Options(), ending.Token, new Ending(ending)));
        Assert.NotEmpty(_site.OutputFiles());

        Assert.Empty((await new IncrementalBuild().RunAsync(_site.Options(), CancellationToken.None)).Problems);
    }

    public void Dispose() => _site.Dispose();

    /// <summary>Cancelled before it begins: were it not refused, it would still write nothing, not even over this machine.</summary>
    private Task<BuildResult> BuildAsync(string output)
    {
        var options = _site.Options() with { Output = Path.Combine(_site.Input, "..", output) };
        return SiteBuilder.RunAsync(options, new CancellationToken(canceled: true));
    }

    private sealed class Ending(CancellationTokenSource source) : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value) => source.Cancel();
    }
}
