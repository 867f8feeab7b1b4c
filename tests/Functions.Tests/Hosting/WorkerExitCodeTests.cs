using System.Diagnostics;
using Advocacy.Preview.FunctionsHost;
using Advocacy.TestKit;
using Advocacy.TestKit.Functions;
using Xunit;

namespace Advocacy.Tests.Functions.Hosting;

/// <summary>
/// A host starts no other worker in place of one that ended with 0, and every request waits: only a signal may end the worker so.
/// </summary>
[Collection(PublishedCampaignGroup.Name)]
public sealed class WorkerExitCodeTests(PublishedCampaign published) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("worker-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("the host", 70)]
    [InlineData("a signal", 0)]
    public async Task DependsOnWhatEndsTheWorker(string cause, int code)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var host = await FunctionsHostEmulator.StartAsync(new([], BuiltProgram.FolderOf("functions"), [], _ => { }, TimeProvider.System));
        using var worker = Start(host);
        var output = worker.StandardOutput.ReadToEndAsync(patience.Token);
        Assert.IsType<WorkerState.Running>(await host.DecidedAsync(patience.Token));

        if (cause == "the host")
        {
            await host.DisposeAsync();
        }
        else
        {
            using var kill = Process.Start("kill", ["-TERM", $"{worker.Id}"]);
            await kill.WaitForExitAsync(patience.Token);
        }
        await worker.WaitForExitAsync(patience.Token);
        await output;
        await host.DisposeAsync();

        Assert.Equal(code, worker.ExitCode);
    }

    private Process Start(FunctionsHostEmulator host)
    {
        string[] command = [BuiltProgram.Functions, .. host.WorkerArguments("of-the-test")];
        var start = new ProcessStartInfo("dotnet", command) { RedirectStandardOutput = true };
        (string Name, string Value)[] settings =
        [
            ("STRIPE_SECRET_KEY", "sk_test_end"),
            ("STRIPE_WEBHOOK_SECRET", "whsec_end"),
            ("LEDGER_CONNECTION", $"sqlite:{Path.Combine(_folder, "ledger.db")}"),
            ("SITE_URL", "https://www.example.test"),
            ("GIVING_FILE", published.GivingFile),
            ("FUNCTIONS_APPLICATION_DIRECTORY", BuiltProgram.FolderOf("functions")),
        ];
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
