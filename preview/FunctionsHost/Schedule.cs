using NCrontab;

namespace Advocacy.Preview.FunctionsHost;

/// <summary>
/// When a timer is due: six fields from the seconds to the day of the week, in UTC. The real host reads them with NCrontab, too.
/// </summary>
/// <remarks>https://learn.microsoft.com/azure/azure-functions/functions-bindings-timer#ncrontab-expressions</remarks>
public sealed class Schedule
{
    private static readonly CrontabSchedule.ParseOptions _withSeconds = new() { IncludingSeconds = true };

    private readonly CrontabSchedule _schedule;

    private Schedule(CrontabSchedule schedule) => _schedule = schedule;

    /// <exception cref="FormatException">It is no such schedule.</exception>
    public static Schedule Parse(string text) => CrontabSchedule.TryParse(text, _withSeconds) is { } schedule
        ? new(schedule)
        : throw new FormatException(
            $"The schedule “{text}” is not understood; write six fields of numbers such as \"0 0 * * * *\", each hour.");

    /// <summary>A clock that ticks late must not pass over a second.</summary>
    /// <param name="after">Exclusive, a whole second.</param>
    /// <param name="until">Inclusive.</param>
    public bool IsDueBetween(DateTimeOffset after, DateTimeOffset until) =>
        _schedule.GetNextOccurrence(after.UtcDateTime) <= until.UtcDateTime;
}
