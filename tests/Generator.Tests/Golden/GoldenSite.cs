using System.Text;
using System.Text.RegularExpressions;
using Advocacy.Generator;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Golden;

/// <summary>
/// A small site with one of everything, built whole and held against <c>tests/Generator.Tests/Golden/output</c>: every file's name,
/// and every byte of what is text. To renew the folder after a change that is meant:
/// <c>RENEW_GOLDEN=1 dotnet test tests/Generator.Tests --filter GoldenSite</c>, then read the diff.
/// </summary>
public sealed partial class GoldenSite : IDisposable
{
    private const string Names = "files.txt";

    private static readonly string _folder = Path.Combine(SiteFolder.Repository, "tests", "Generator.Tests", "Golden");
    private static readonly string _golden = Path.Combine(_folder, "output");

    private readonly string _output = Path.Combine(Directory.CreateTempSubdirectory("advocacy-").FullName, "output");

    [Fact]
    public async Task ComesOutAsItDid()
    {
        var noon = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
        var result = await SiteBuilder.RunAsync(
            new BuildOptions(Path.Combine(_folder, "input"), SiteFolder.Theme, _output, noon), CancellationToken.None);
        Assert.Empty(result.Problems.Select(p => p.ToString()));
        var built = Built();
        if (Environment.GetEnvironmentVariable("RENEW_GOLDEN") == "1")
            Renew(built);

        var golden = SiteFolder.FilesOf(_golden).ToDictionary(f => f.Key, f => Encoding.UTF8.GetString(f.Value));

        // The names first: they say at a glance what came and went.
        Assert.Equal(golden[Names], built[Names]);
        Assert.Equal(golden.Keys.Order(StringComparer.Ordinal), built.Keys.Order(StringComparer.Ordinal));
        foreach (var (file, text) in golden)
            Assert.True(text == built[file], $"{file} differs:\n{Difference(text, built[file])}");
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_output)!, recursive: true);

    /// <summary>The texts by their names, and the list of all names. The theme's own files and pictures are in the list only.</summary>
    private Dictionary<string, string> Built()
    {
        var files = SiteFolder.FilesOf(_output);
        var built = files.Where(f => IsText(f.Key)).ToDictionary(f => f.Key, f => WithoutHashes(Encoding.UTF8.GetString(f.Value)));
        built[Names] = string.Concat(files.Keys.Select(name => WithoutHashes(name) + "\n").Order(StringComparer.Ordinal));
        return built;
    }

    private static void Renew(Dictionary<string, string> built)
    {
        if (Directory.Exists(_golden))
            Directory.Delete(_golden, recursive: true);
        foreach (var (file, text) in built)
        {
            var path = Path.Combine(_golden, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    private static string Difference(string golden, string built)
    {
        var place = golden.Zip(built).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"was: {Around(golden)}\n is: {Around(built)}";

        string Around(string text) => text[Math.Max(0, place - 60)..Math.Min(text.Length, place + 120)].ReplaceLineEndings("⏎");
    }

    private static bool IsText(string name) =>
        !name.StartsWith("assets/", StringComparison.Ordinal)
        && !name.EndsWith("search/index.json", StringComparison.Ordinal)
        && Path.GetExtension(name) is not (".png" or ".zip");

    private static string WithoutHashes(string text) => Hash().Replace(text, "$1-HASH");

    /// <summary>A file of the theme and one of the search has its content's hash in its name.</summary>
    [GeneratedRegex(@"(\bassets/[a-z0-9-]+?)[-/](?:(?<=-)[0-9a-f]{10}|(?<=search/)[a-z2-7]{10})(?=\.)")]
    private static partial Regex Hash();
}
