using System.Diagnostics;
using System.Globalization;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Publishing;

public sealed class KilledBuild : IDisposable
{
    private const int Releases = 300;

    private readonly SiteFolder _site = new();

    /// <summary>The new output, made beside the old one.</summary>
    private string Stage => Path.Combine(Path.GetDirectoryName(_site.Output)!, ".cache", $"stage-{Path.GetFileName(_site.Output)}");

    // By the files that the build has put aside, so that each kill is at another step, the last near the exchange of the folders.
    [Fact]
    public async Task LeavesTheOldSiteOrTheNewOneButNoMixture()
    {
        Write("A");
        await BuildAsync(null);
        Assert.Equal("A", Version());
        var files = Directory.GetFiles(_site.Output, "*", SearchOption.AllDirectories).Length;
        var (version, killed) = ("A", 0);

        foreach (var count in (int[])[1, files / 4, files / 2, files * 3 / 4, files - 1, files])
        {
            var next = version == "A" ? "B" : "A";
            Write(next);
            if (!await BuildAsync(count))
                killed++;
            var found = Version();
            Assert.Contains(found, new[] { version, next });
            version = found;
        }

        Assert.True(killed > 0, "no build was killed before its end");
        await BuildAsync(null);
        var folders = Directory.GetDirectories(Path.GetDirectoryName(_site.Output)!).Select(f => Path.GetFileName(f)!);
        Assert.Equal([".cache", "input", "output"], folders.Order(StringComparer.Ordinal));
    }

    public void Dispose() => _site.Dispose();

    private void Write(string version)
    {
        for (var i = 0; i < Releases; i++)
        {
            _site.Write($"press-releases/r-{i}.md", $"""
                ---
                Title: Release {i}
                Description: One of many.
                Dateline: CHICAGO
                Published: 2020-01-01
                ---
                This is version {version}.

                """);
        }
    }

    /// <param name="killedAt">How many files of the new output there are when it is killed; null: it is not.</param>
    /// <returns>Whether the build came to its end.</returns>
    private async Task<bool> BuildAsync(int? killedAt)
    {
        var generator = BuiltProgram.Generator;
        var start = new ProcessStartInfo(
            "dotnet", [generator, "build", "--input", _site.Input, "--theme", SiteFolder.Theme, "--output", _site.Output])
        {
            RedirectStandardOutput = true,
        };
        var leftOver = Directory.GetCreationTimeUtc(Stage);
        using var process = Process.Start(start)!;
        while (killedAt is { } count && !process.HasExited)
        {
            // What an earlier build left is not counted.
            if (Directory.GetCreationTimeUtc(Stage) == leftOver || StagedFiles() < count)
                continue;
            process.Kill();
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return true;
    }

    private int StagedFiles()
    {
        try
        {
            return Directory.EnumerateFiles(Stage, "*", SearchOption.AllDirectories).Count();
        }
        // It is not made yet, or has just taken the place of the output.
        catch (DirectoryNotFoundException)
        {
            return 0;
        }
    }

    /// <returns>The one version that all pages have.</returns>
    private string Version()
    {
        var files = Enumerable.Range(0, Releases)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"press-releases/r-{i}/index.html"));
        return Assert.Single(files.Select(_site.Read).Select(VersionOf).Distinct());
    }

    private static string VersionOf(string page) =>
        page.Contains("This is version A.", StringComparison.Ordinal) ? "A"
        : page.Contains("This is version B.", StringComparison.Ordinal) ? "B"
        : "neither";
}
