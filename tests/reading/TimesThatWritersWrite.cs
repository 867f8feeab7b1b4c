using System.Globalization;
using Advocacy.Generator.Reading;
using Xunit;

namespace Advocacy.Tests.Reading;

public sealed class TimesThatWritersWrite
{
    private static readonly TimeZoneInfo _chicago = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");

    [Theory]
    [InlineData("2026-03-02", "2026-03-02T00:00:00-06:00")]
    [InlineData("2026-03-02T09:00", "2026-03-02T09:00:00-06:00")]
    [InlineData("2026-03-02T09:00:30", "2026-03-02T09:00:30-06:00")]
    [InlineData("2026-03-02 09:00", "2026-03-02T09:00:00-06:00")]
    [InlineData("2026-03-02T09:00Z", "2026-03-02T03:00:00-06:00")]
    [InlineData("2026-03-02T09:00:30+05:30", "2026-03-01T21:30:30-06:00")]
    // The clocks go back: the earlier of the two.
    [InlineData("2026-11-01T01:30", "2026-11-01T01:30:00-05:00")]
    public void AreUnderstood(string text, string instant)
    {
        Assert.True(Instant.TryParse(text, _chicago, out var read));

        Assert.Equal(instant, read.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2 March 2026")]
    [InlineData("2026-3-2")]
    [InlineData("2026-02-30")]
    [InlineData("2026-03-02T24:00")]
    [InlineData("2026-03-02T09")]
    [InlineData("2026-03-02 09:00:30")]
    [InlineData("2026-03-02 09:00Z")]
    [InlineData("2026-03-02Z")]
    [InlineData("2026-03-02T09:00+5")]
    [InlineData("2026-03-02T09:00\n")]
    [InlineData("٢٠٢٦-03-02")]
    // The clocks go forward: there is no such time.
    [InlineData("2026-03-08T02:30")]
    public void AreRefused(string text) => Assert.False(Instant.TryParse(text, _chicago, out _));

    [Theory]
    [InlineData("2026-03-02", true)]
    [InlineData("2026-02-30", false)]
    [InlineData("2026-3-2", false)]
    [InlineData("2026-03-02T09:00", false)]
    [InlineData("٢٠٢٦-03-02", false)]
    [InlineData("", false)]
    public void AreDaysWhereADayIsWanted(string text, bool isOne) => Assert.Equal(isOne, Instant.TryParse(text, out DateOnly _));
}
