using System.Text.Json;
using Advocacy.Preview.FunctionsHost.Rpc;

namespace Advocacy.Preview.FunctionsHost;

/// <summary>Calls the timers, when they are due or when asked to.</summary>
internal sealed class TimerCalls(FunctionsHostOptions options, WorkerStatus status)
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    // A machine that slept does not make up for everything that it missed.
    private static readonly TimeSpan _longestGap = TimeSpan.FromMinutes(1);

    /// <summary>What the host hands over where it keeps no account of earlier calls.</summary>
    private static readonly string _timerInfo =
        JsonSerializer.Serialize(new { Schedule = new { AdjustForDST = true }, ScheduleStatus = (object?)null, IsPastDue = false });

    /// <returns>One sentence: how it went.</returns>
    public async Task<string> CallAsync(TimerFunction timer, CancellationToken cancellation)
    {
        if (await status.DecidedAsync(cancellation) is not (WorkerState.Running, { } worker))
            return $"{timer.Name} was not called, since the functions do not run.";
        var invocation = new InvocationRequest { InvocationId = Guid.NewGuid().ToString(), FunctionId = timer.Id, TraceContext = new() };
        invocation.InputData.Add(new ParameterBinding { Name = timer.Input, Data = new() { Json = _timerInfo } });
        using var going = cancellation.Register(() => worker.Channel.Cancel(invocation.InvocationId));
        return await worker.Channel.InvokeAsync(invocation).WaitAsync(cancellation) is { } failure
            ? $"{timer.Name} failed: {failure}"
            : $"{timer.Name} was called.";
    }

    public async Task KeepCallingAsync(CancellationToken ending)
    {
        var seen = Seconds(options.Time.GetUtcNow());
        using var clock = new PeriodicTimer(_second, options.Time);
        try
        {
            while (await clock.WaitForNextTickAsync(ending))
            {
                var now = Seconds(options.Time.GetUtcNow());
                var after = now - seen < _longestGap ? seen : now - _longestGap;
                var timers = status.Last?.Functions.OfType<TimerFunction>() ?? [];
                foreach (var timer in timers.Where(timer => timer.Schedule.IsDueBetween(after, now)))
                    options.Say(await CallAsync(timer, ending));
                seen = now;
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // Shutdown.
        }
    }

    private static DateTimeOffset Seconds(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
}
