using System.Diagnostics;
using System.Globalization;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Preview;

public sealed class KilledPreview : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("preview-");

    [Theory]
    [InlineData("KILL")]
    [InlineData("TERM")]
    public async Task TakesTheFunctionsWithIt(string signal)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var preview = Start();
        var worker = await WorkerOfAsync(preview, patience.Token);

        using (var kill = Process.Start("/bin/sh", ["-c", $"kill -{signal} {preview.Id}"]))
            await kill.WaitForExitAsync(patience.Token);
        await preview.WaitForExitAsync(patience.Token);
        while (StatedBy($"/proc/{worker}/stat") is { Length: > 0 } state && !state.Contains(") Z ", StringComparison.Ordinal))
            await Task.Delay(20, patience.Token);

        Assert.Equal(signal == "KILL" ? 137 : 0, preview.ExitCode);
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(
            "dotnet", [BuiltProgram.Preview, "--port", "0", "--output", Path.Combine(_folder.FullName, "site")])
        {
            WorkingDirectory = SiteFolder.Repository,
            RedirectStandardOutput = true,
        };
        start.Environment["LEDGER_CONNECTION"] = $"sqlite:{Path.Combine(_folder.FullName, "ledger.db")}";
        return Process.Start(start)!;
    }

    /// <summary>
    /// Waits until the functions run, and finds them: the first child of the shell, which is the first child of the preview.
    /// </summary>
    private static async Task<int> WorkerOfAsync(Process preview, CancellationToken cancellation)
    {
        string? line;
        do
        {
            line = await preview.StandardOutput.ReadLineAsync(cancellation);
        }
        while (line is not null && !line.Contains("functions run: ", StringComparison.Ordinal));
        return ChildOf(ChildOf(preview.Id));
    }

    private static int ChildOf(int process) => Directory.EnumerateDirectories($"/proc/{process}/task")
        .SelectMany(thread => StatedBy(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(child => int.Parse(child, CultureInfo.InvariantCulture))
        .First();

    /// <summary>What the kernel says of a process or thread; nothing once it is gone, which may be while the file is read.</summary>
    private static string StatedBy(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
