using System.Diagnostics;
using System.Net;
using Advocacy.Preview.FunctionsHost;
using Xunit;

namespace Advocacy.Tests.Preview.FunctionsHost;

public sealed class WorkerExit
{
    [Fact]
    public async Task BreaksTheRequestInFlightAndTheNextWaitsForANewWorker()
    {
        await using var running = await RunningHost.StartAsync(options => options with { RestartDelay = TimeSpan.FromMilliseconds(100) });
        var first = Assert.IsType<WorkerState.Running>(running.Host.State).Process;

        using var broken = await running.PostAsync("/api/exit/7");
        await running.UntilSaidAsync("exit code 7");
        using var answer = await running.GetAsync("/api/empty");

        Assert.Equal(HttpStatusCode.InternalServerError, broken.StatusCode);
        Assert.Empty(await broken.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEqual(first, Assert.IsType<WorkerState.Running>(running.Host.State).Process);
        Assert.Contains("functions ended with exit code 7; they are started again", running.Terminal);
    }

    [Fact]
    public async Task WithoutAnErrorIsFinal()
    {
        await using var running = await RunningHost.StartAsync(options => options with { RestartDelay = TimeSpan.Zero });

        using var broken = await running.PostAsync("/api/exit/0");
        await running.UntilSaidAsync("exit code 0");
        using var answer = await running.GetAsync("/api/empty");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(
            new WorkerState.Stopped("The functions app ended with exit code 0, after which the host does not start it again."),
            running.Host.State);
    }

    [Fact]
    public async Task ForTheThirdTimeInHalfAnHourIsReported()
    {
        await using var running = await RunningHost.StartAsync(options => options with { RestartDelay = TimeSpan.Zero });

        for (var time = 1; time <= 3; time++)
        {
            await ExitAsync(running, time);
        }
        using var answer = await running.GetAsync("/api/empty");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("functions ended with exit code 2; they are started again", running.Terminal);
        Assert.Contains(
            "functions ended with exit code 3, the third error in half an hour; in Azure the host ends then and is started again, "
                + "here they are started again",
            running.Terminal);
    }

    // Like the host, the emulator gives up on a worker that does not listen within some seconds, which a busy machine may need.
    private static async Task ExitAsync(RunningHost running, int code)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var broken = await running.PostAsync($"/api/exit/{code}");
            if (await Task.WhenAny(running.UntilSaidAsync($"exit code {code}"), Task.Delay(TimeSpan.FromSeconds(20))) is Task<string>)
                return;
        }
        Assert.Fail($"The worker did not end with exit code {code}.");
    }

    [Fact]
    public async Task LetsRequestsInFlightFinishWhenTheHostEnds()
    {
        var running = await RunningHost.StartAsync();
        var process = Assert.IsType<WorkerState.Running>(running.Host.State).Process!.Value;
        using var answer = await running.GetHeadersAsync("/api/stream");

        var ending = running.Host.DisposeAsync().AsTask();

        Assert.Equal("first\nsecond\n", await answer.Content.ReadAsStringAsync());
        await ending;
        await running.DisposeAsync();
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(process));
        Assert.Equal(new WorkerState.Stopped("The preview is ending."), running.Host.State);
    }

    [Fact]
    public async Task IsForcedWhereTheWorkerDoesNotEndInTime()
    {
        var running = await RunningHost.StartAsync(options => options with { Grace = TimeSpan.FromMilliseconds(300) });
        var worker = Assert.IsType<WorkerState.Running>(running.Host.State).Process!.Value;
        using (var stop = Process.Start("/bin/sh", ["-c", $"kill -STOP {worker}"]))
            await stop.WaitForExitAsync();

        await running.DisposeAsync();

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(worker));
    }
}
