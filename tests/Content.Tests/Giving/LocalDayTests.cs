using System.Globalization;
using Advocacy.Content.Giving;
using Xunit;

namespace Advocacy.Tests.Content.Giving;

public sealed class LocalDayTests
{
    [Theory]
    [InlineData("America/Chicago", "2026-12-01", "2026-12-01T00:00:00-06:00")]
    [InlineData("Pacific/Kiritimati", "2026-12-01", "2026-12-01T00:00:00+14:00")]
    [InlineData("Asia/Kathmandu", "2026-12-01", "2026-12-01T00:00:00+05:45")]
    public void DayStartsAtMidnight(string zone, string day, string start) => Assert.Equal(start, Start(zone, day));

    [Theory]
    [InlineData("America/Havana", "2024-03-10", "2024-03-10T01:00:00-04:00")]
    [InlineData("America/Santiago", "2024-09-08", "2024-09-08T01:00:00-03:00")]
    public void DayStartsAtTheEndOfTheGapWhereMidnightIsSkipped(string zone, string day, string start) =>
        Assert.Equal(start, Start(zone, day));

    // The clocks go back from one to midnight. The later midnight would give the first hour of the day to the day before.
    [Theory]
    [InlineData("America/Havana", "2024-11-03", "2024-11-03T00:00:00-04:00")]
    public void DayStartsAtTheEarlierOfTwoMidnights(string zone, string day, string start) =>
        Assert.Equal(start, Start(zone, day));

    private static string Start(string zone, string day)
    {
        var start = LocalDay.Start(DateOnly.Parse(day, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone));
        return start.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }
}
