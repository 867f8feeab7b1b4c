using System.Text.RegularExpressions;
using Advocacy.Preview.FunctionsHost;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Advocacy.Tests.Preview.FunctionsHost;

public sealed partial class WorkerStart
{
    [Fact]
    public async Task HasTheHostsArguments()
    {
        await using var running = await ScriptAsync("echo \"$0 $*\"; exit 1");

        await running.Host.DecidedAsync(CancellationToken.None);

        var line = Arguments().Match(running.Host.Lines[0]);
        Assert.True(line.Success, running.Host.Lines[0]);
        Assert.Equal($"{running.Host.Endpoint}", line.Groups["uri"].Value);
    }

    [Fact]
    public async Task HasTheAppsFolderAndSettingsAndNoAddressOfAnotherProgram()
    {
        Environment.SetEnvironmentVariable("ASPNETCORE_URLS", "http://127.0.0.1:1");
        try
        {
            await using var running = await ScriptAsync("pwd; env; exit 1", options => options with
            {
                Settings = options.Settings.Add("LEDGER_CONNECTION", "sqlite:x"),
                Attempts = 1,
            });
            await running.Host.DecidedAsync(CancellationToken.None);
            var lines = running.Host.Lines;

            Assert.Contains(RunningHost.Folder.TrimEnd('/'), lines);
            Assert.Contains($"FUNCTIONS_WORKER_DIRECTORY={RunningHost.Folder}", lines);
            Assert.Contains($"FUNCTIONS_APPLICATION_DIRECTORY={RunningHost.Folder}", lines);
            Assert.Contains("FUNCTIONS_WORKER_RUNTIME=dotnet-isolated", lines);
            Assert.Contains("AZURE_FUNCTIONS_ENVIRONMENT=Development", lines);
            Assert.Contains("LEDGER_CONNECTION=sqlite:x", lines);
            Assert.DoesNotContain(lines, line => line.StartsWith("ASPNETCORE_URLS=", StringComparison.Ordinal));
        }
        finally
        {
            Environment.SetEnvironmentVariable("ASPNETCORE_URLS", null);
        }
    }

    [Fact]
    public async Task LetsRequestsWait()
    {
        await using var running = await RunningHost.StartAsync(
            ["/bin/sh", "-c", $"sleep 1; exec dotnet {Path.Combine(RunningHost.Folder, "testworker.dll")} \"$@\"", "worker"],
            options => options, ready: false);

        Assert.IsType<WorkerState.Starting>(running.Host.State);
        Assert.Equal("{}", await running.Client.GetStringAsync(new Uri("/api/empty", UriKind.Relative)));
        Assert.IsType<WorkerState.Running>(running.Host.State);
        Assert.Equal(
            "Cached Commit Early Echo Empty Exit Keyed Redirect Seen SeenLiteral Sleep Stream Throw ThrowLate Tick TickBadly",
            string.Join(' ', running.Host.Functions.Select(function => function.Name)));
        Assert.Empty(running.Host.Problems);
    }

    [Theory]
    [InlineData("exit 78", "The functions app ended with exit code 78 before it answered, 3 times; the lines above say why.", 3)]
    [InlineData("exit 0", "The functions app ended with exit code 0, after which the host does not start it again.", 1)]
    public async Task ThatFailsIsTriedThreeTimesAndThenReportsWhy(string script, string why, int starts)
    {
        await using var running = await ScriptAsync($"echo started; {script}");

        using var answer = await running.GetAsync("/api/empty");

        await SaysAsync(running, answer, why, starts);
    }

    [Fact]
    public async Task ThatDoesNotAnswerIsKilledThreeTimesAndThenReportsWhy()
    {
        var clock = new FakeTimeProvider();
        await using var running = await ScriptAsync("echo started; exec sleep 600", options => options with { Time = clock });
        var request = running.GetAsync("/api/empty");
        for (var starts = 1; starts <= 3; starts++)
        {
            await running.UntilSaidAsync("functions: started", times: starts);
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        using var answer = await request;

        await SaysAsync(
            running, answer, "The functions app ended with exit code 137 before it answered, 3 times; the lines above say why.", starts: 3);
    }

    private static async Task SaysAsync(RunningHost running, HttpResponseMessage answer, string why, int starts)
    {
        Assert.Equal(503, (int)answer.StatusCode);
        Assert.Equal($"{why} The panel at /_preview/ shows its lines.\n", await answer.Content.ReadAsStringAsync());
        Assert.Equal(new WorkerState.Stopped(why), running.Host.State);
        Assert.Equal(starts, running.Terminal.Count(line => line == "functions: started"));
        Assert.Contains(why, running.Terminal);
    }

    [Fact]
    public async Task ShowsTheOutputWithALevelByKeyword()
    {
        const string Lines = "'plain' 'a Warning' 'it FAILED' 'severe' 'Unhandled exception. x'";
        await using var running = await ScriptAsync(
            $"echo 'failure on stdout'; sleep 0.2; for line in {Lines}; do echo \"$line\" >&2; done; exit 0");
        await running.Host.DecidedAsync(CancellationToken.None);

        Assert.Equal<string>(
            ["failure on stdout", "plain", "warning: a Warning", "error: it FAILED", "error: severe", "error: Unhandled exception. x"],
            running.Host.Lines);
        Assert.Equal(running.Host.Lines.Select(line => $"functions: {line}"), running.Terminal[..6]);
    }

    private static Task<RunningHost> ScriptAsync(string script, Func<FunctionsHostOptions, FunctionsHostOptions>? change = null) =>
        RunningHost.StartAsync(
            ["/bin/sh", "-c", script, "worker"],
            options => (change?.Invoke(options) ?? options) with { RestartDelay = TimeSpan.Zero },
            ready: false);

    [GeneratedRegex(
        @"^worker --host 127\.0\.0\.1 --port (?<port>\d+) --workerId (?<id>[0-9a-f-]{36}) --requestId (?<request>[0-9a-f-]{36}) "
        + @"--grpcMaxMessageLength 2147483647 --functions-uri (?<uri>http://127\.0\.0\.1:\k<port>/) --functions-worker-id \k<id> "
        + @"--functions-request-id \k<request> --functions-grpc-max-message-length 2147483647$", RegexOptions.ExplicitCapture)]
    private static partial Regex Arguments();
}
