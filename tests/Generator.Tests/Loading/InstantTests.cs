using System.Globalization;
using Advocacy.Generator.Loading.FrontMatter;
using Xunit;

namespace Advocacy.Tests.Generator.Loading;

public sealed class InstantTests
{
    private static readonly TimeZoneInfo _chicago = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");

    [Theory]
    [InlineData("2026-03-02", "2026-03-02T00:00:00-06:00")]
    [InlineData("2026-03-02T09:00", "2026-03-02T09:00:00-06:00")]
    [InlineData("2026-03-02T09:00:30", "2026-03-02T09:00:30-06:00")]
    [InlineData("2026-03-02 09:00", "2026-03-02T09:00:00-06:00")]
    [InlineData("2026-03-02T09:00Z", "2026-03-02T03:00:00-06:00")]
    [InlineData("2026-03-02T09:00:30+05:30", "2026-03-01T21:30:30-06:00")]
    // The clocks go forward, and a time that names its offset is one all the same.
    [InlineData("2026-03-08T03:00", "2026-03-08T03:00:00-05:00")]
    [InlineData("2026-03-08T02:30-06:00", "2026-03-08T03:30:00-05:00")]
    // The clocks go back: the earlier of the two, unless the offset says otherwise.
    [InlineData("2026-11-01T01:30", "2026-11-01T01:30:00-05:00")]
    [InlineData("2026-11-01T01:30-06:00", "2026-11-01T01:30:00-06:00")]
    public void TimesAreParsed(string text, string instant)
    {
        Assert.True(Instant.TryParse(text, _chicago, out var read));

        Assert.Equal(instant, read.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("America/Chicago", "2026-03-08T02:00", "2026-03-08T03:00, or a time before 02:00")]
    [InlineData("America/Chicago", "2026-03-08 02:59", "2026-03-08T03:00, or a time before 02:00")]
    [InlineData("America/Chicago", "2026-03-08T02:59:59", "2026-03-08T03:00, or a time before 02:00")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-04T02:30, or a time before 02:00")]
    [InlineData("America/Santiago", "2026-09-06T00:30", "2026-09-06T01:00, or a time of the day before")]
    public void TimesThatTheClocksSkipAreRefused(string zone, string text, string instead)
    {
        var here = TimeZoneInfo.FindSystemTimeZoneById(zone);

        Assert.False(Instant.TryParse(text, here, out _));
        Assert.Equal($"write {instead}", Instant.Refusal(text, here).Fix);
    }

    [Fact]
    public void DayStartsLaterWhereItsMidnightIsSkipped()
    {
        Assert.True(Instant.TryParse("2026-09-06", TimeZoneInfo.FindSystemTimeZoneById("America/Santiago"), out var read));

        Assert.Equal("2026-09-06T01:00:00-03:00", read.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2 March 2026")]
    [InlineData("2026-3-2")]
    [InlineData("2026-02-30")]
    [InlineData("2026-03-02T24:00")]
    [InlineData("9999-12-31T23:59")]
    [InlineData("0001-01-01T00:00+05:00")]
    [InlineData("2026-03-02T09")]
    [InlineData("2026-03-02 09:00:30")]
    [InlineData("2026-03-02 09:00Z")]
    [InlineData("2026-03-02Z")]
    [InlineData("2026-03-02T09:00+5")]
    [InlineData("2026-03-02T09:00\n")]
    [InlineData("٢٠٢٦-03-02")]
    public void OtherTextsAreRefused(string text) => Assert.False(Instant.TryParse(text, _chicago, out _));

    [Theory]
    [InlineData("2026-03-02", true)]
    [InlineData("2026-02-30", false)]
    [InlineData("2026-3-2", false)]
    [InlineData("2026-03-02T09:00", false)]
    [InlineData("٢٠٢٦-03-02", false)]
    [InlineData("", false)]
    public void DaysAreParsed(string text, bool isOne) => Assert.Equal(isOne, Instant.TryParse(text, out DateOnly _));
}
