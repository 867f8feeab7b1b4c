using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Advocacy.TestWorker;

public sealed class Timers(ILogger<Timers> log)
{
    [Function("Tick")]
    public void Tick([TimerTrigger("0 30 4 * * *", UseMonitor = false)] TimerInfo timer)
    {
        if (!timer.IsPastDue)
            log.LogInformation("ticked on time");
    }

    [Function("TickBadly")]
    public static void TickBadly([TimerTrigger("0 0 0 29 2 *", UseMonitor = false)] TimerInfo timer) =>
        throw new InvalidOperationException("No time.");
}
