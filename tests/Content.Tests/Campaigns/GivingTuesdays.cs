using System.Globalization;
using Advocacy.Content.Campaigns;
using Advocacy.Content.Giving;
using Xunit;

namespace Advocacy.Tests.Content.Campaigns;

public sealed class GivingTuesdays
{
    [Theory]
    [InlineData(2012, "2012-11-27")]
    [InlineData(2017, "2017-11-28")]
    [InlineData(2018, "2018-11-27")]
    [InlineData(2019, "2019-12-03")]
    [InlineData(2020, "2020-12-01")]
    [InlineData(2021, "2021-11-30")]
    [InlineData(2022, "2022-11-29")]
    [InlineData(2023, "2023-11-28")]
    [InlineData(2024, "2024-12-03")]
    [InlineData(2025, "2025-12-02")]
    [InlineData(2026, "2026-12-01")]
    [InlineData(2027, "2027-11-30")]
    [InlineData(2029, "2029-11-27")]
    public void AreThoseOfTheCalendar(int year, string date) =>
        Assert.Equal(date, GivingTuesday.Of(year).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Fact]
    public void AreTuesdaysAfterTheFourthThursdayInEveryYear()
    {
        for (var year = 2012; year < 2500; year++)
        {
            var day = GivingTuesday.Of(year);
            var thursdays = Enumerable.Range(1, 30).Select(d => new DateOnly(year, 11, d)).Where(d => d.DayOfWeek == DayOfWeek.Thursday).ToArray();
            Assert.Equal(DayOfWeek.Tuesday, day.DayOfWeek);
            Assert.Equal(thursdays[3].AddDays(5), day);
        }
    }

    [Theory]
    [InlineData("America/Chicago", "2026-12-01", "2026-12-01T00:00:00-06:00")]
    [InlineData("Pacific/Kiritimati", "2026-12-01", "2026-12-01T00:00:00+14:00")]
    [InlineData("Asia/Kathmandu", "2026-12-01", "2026-12-01T00:00:00+05:45")]
    // Midnight is skipped: the day begins at one.
    [InlineData("America/Havana", "2024-03-10", "2024-03-10T01:00:00-04:00")]
    [InlineData("America/Santiago", "2024-09-08", "2024-09-08T01:00:00-03:00")]
    // The clocks go back from one to midnight: the day begins at the first of two midnights.
    [InlineData("America/Havana", "2024-11-03", "2024-11-03T00:00:00-04:00")]
    public void DaysBeginWhereTheZoneSays(string zone, string day, string start) => Assert.Equal(
        start, LocalDay.Start(DateOnly.Parse(day, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
}
