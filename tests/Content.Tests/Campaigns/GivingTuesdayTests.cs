using System.Globalization;
using Advocacy.Content.Campaigns;
using Xunit;

namespace Advocacy.Tests.Content.Campaigns;

public sealed class GivingTuesdayTests
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
    public void DatesAreThoseOfTheCalendar(int year, string date) =>
        Assert.Equal(date, GivingTuesday.Of(year).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Fact]
    public void IsTheTuesdayAfterTheFourthThursdayInEveryYear()
    {
        for (var year = 2012; year < 2500; year++)
        {
            var day = GivingTuesday.Of(year);
            var november = Enumerable.Range(1, 30).Select(d => new DateOnly(year, 11, d));
            var thursdays = november.Where(d => d.DayOfWeek == DayOfWeek.Thursday).ToArray();
            Assert.Equal(DayOfWeek.Tuesday, day.DayOfWeek);
            Assert.Equal(thursdays[3].AddDays(5), day);
        }
    }
}
