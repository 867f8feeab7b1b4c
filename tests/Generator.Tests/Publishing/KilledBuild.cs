using System.Diagnostics;
using System.Globalization;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Publishing;

public sealed class KilledBuild : IDisposable
{
    private const int Releases = 300;

    private readonly SiteFolder _site = new();

    [Fact]
    public async Task LeavesTheOldSiteOrTheNewOneButNoMixture()
    {
        Write("A");
        var clock = Stopwatch.StartNew();
        await BuildAsync(null);
        var whole = clock.Elapsed;
        Assert.Equal("A", Version());
        var random = new Random(7);
        var (version, killed) = ("A", 0);

        for (var attempt = 0; attempt < 6; attempt++)
        {
            var next = version == "A" ? "B" : "A";
            Write(next);
            // The second half of a build writes; its end is where the folders change places.
            var began = clock.Elapsed;
            if (!await BuildAsync(whole * (0.4 + random.NextDouble() * 0.6)))
                killed++;
            // The first build is a cold one: what a build takes is what the quickest took.
            else if (clock.Elapsed - began < whole)
                whole = clock.Elapsed - began;
            var found = Version();
            Assert.Contains(found, new[] { version, next });
            version = found;
        }

        Assert.True(killed > 0, "no build was killed in time");
        await BuildAsync(null);
        Assert.Equal([".cache", "input", "output"], Directory.GetDirectories(Path.GetDirectoryName(_site.Output)!).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
    }

    public void Dispose() => _site.Dispose();

    private void Write(string version)
    {
        for (var i = 0; i < Releases; i++)
        {
            _site.Write($"press-releases/r-{i}.md",
                $"---\nTitle: Release {i}\nDescription: One of many.\nDateline: CHICAGO\nPublished: 2020-01-01\n---\nThis is version {version}.\n");
        }
    }

    /// <returns>Whether the build came to its end.</returns>
    private async Task<bool> BuildAsync(TimeSpan? killedAfter)
    {
        var generator = BuiltProgram.Generator;
        var start = new ProcessStartInfo("dotnet", [generator, "build", "--input", _site.Input, "--theme", SiteFolder.Theme, "--output", _site.Output])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        if (killedAfter is { } delay && !process.WaitForExit(delay))
        {
            process.Kill();
            await process.WaitForExitAsync();
            return false;
        }
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return true;
    }

    /// <returns>The one version that all pages have.</returns>
    private string Version()
    {
        var pages = Enumerable.Range(0, Releases).Select(i => _site.Read(string.Create(CultureInfo.InvariantCulture, $"press-releases/r-{i}/index.html")));
        return Assert.Single(pages.Select(p => p.Contains("This is version A.", StringComparison.Ordinal) ? "A" : p.Contains("This is version B.", StringComparison.Ordinal) ? "B" : "neither").Distinct());
    }
}
