using System.Diagnostics;
using Xunit;

namespace Advocacy.TestKit.Functions;

/// <summary>What <c>dotnet publish functions</c> makes: the folder that is deployed.</summary>
public sealed class PublishedFunctionsFolder : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("published-");

    public string FullName => _folder.FullName;

    /// <summary>The program in it.</summary>
    public string App => Path.Combine(FullName, "functions.dll");

    public async Task InitializeAsync()
    {
        string[] arguments = ["publish", "functions", "--output", FullName, "--verbosity", "quiet", "--nologo"];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = SiteFolder.Repository,
            RedirectStandardOutput = true,
        };
        // Test projects run side by side, and two publish runs would write the same files below functions/obj.
        await using var alone = await LockAsync(Path.Combine(SiteFolder.Repository, "functions", "obj", "publish.lock"));
        using var publishing = Process.Start(start)!;
        var output = await publishing.StandardOutput.ReadToEndAsync();
        await publishing.WaitForExitAsync();
        Assert.True(publishing.ExitCode == 0, output);
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    private static async Task<FileStream> LockAsync(string file)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            }
            catch (IOException) when (patience.Elapsed < TimeSpan.FromMinutes(5))
            {
                await Task.Delay(100);
            }
        }
    }
}
