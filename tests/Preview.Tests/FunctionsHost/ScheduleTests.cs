using System.Globalization;
using Advocacy.Preview.FunctionsHost;
using Xunit;

namespace Advocacy.Tests.Preview.FunctionsHost;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData("0 7 * * * *", "2026-12-01T09:07:00Z", true)]
    [InlineData("0 7 * * * *", "2026-12-01T09:07:01Z", false)]
    [InlineData("0 */15 * * * *", "2026-12-01T09:45:00Z", true)]
    [InlineData("0 */15 * * * *", "2026-12-01T09:50:00Z", false)]
    [InlineData("0 0 9-17 * * 1-5", "2026-12-01T12:00:00Z", true)]
    [InlineData("0 0 9-17 * * 1-5", "2026-12-05T12:00:00Z", false)]
    [InlineData("0 0,30 0 1 12 *", "2026-11-30T18:30:00-06:00", true)]
    public void IsDueInUtc(string schedule, string at, bool due)
    {
        var second = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);

        Assert.Equal(due, Schedule.Parse(schedule).IsDueBetween(second.AddSeconds(-1), second));
    }

    [Fact]
    public void IsDueOnceWhereTheClockTicksLate()
    {
        var (schedule, hour) = (Schedule.Parse("0 0 * * * *"), new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));

        Assert.True(schedule.IsDueBetween(hour.AddSeconds(-3), hour.AddSeconds(2)));
        Assert.False(schedule.IsDueBetween(hour, hour.AddSeconds(2)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("* * * * *")]
    [InlineData("60 * * * * *")]
    [InlineData("0 1/2/3 * * * *")]
    [InlineData("hourly")]
    public void IsRefusedWithAnExample(string schedule)
    {
        var refusal = Assert.Throws<FormatException>(() => Schedule.Parse(schedule));

        Assert.Equal(
            $"The schedule “{schedule}” is not understood; write six fields of numbers such as \"0 0 * * * *\", each hour.",
            refusal.Message);
    }
}
