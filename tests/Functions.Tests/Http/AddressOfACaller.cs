using System.Net;
using Advocacy.Functions.Http;
using Xunit;

namespace Advocacy.Tests.Functions.Http;

public sealed class AddressOfACaller
{
    [Theory]
    [InlineData("""{"X-Forwarded-For":"203.0.113.7"}""", "203.0.113.7")]
    [InlineData("""{"X-Forwarded-For":"203.0.113.7:52987"}""", "203.0.113.7")]
    [InlineData("""{"x-forwarded-for":"203.0.113.7:52987, [fd00::d63d:e0b8]:64909"}""", "203.0.113.7")]
    [InlineData("""{"Host":"x","X-Forwarded-For":"1.1.1.1, 2.2.2.2, 203.0.113.7:52987, 20.37.0.1:1024"}""", "203.0.113.7")]
    [InlineData("""{"X-Forwarded-For":"[2001:db8::7]:443, 20.37.0.1:1024"}""", "2001:db8::7")]
    [InlineData("""{"X-Forwarded-For":"unknown, 20.37.0.1:1024"}""", null)]
    [InlineData("""{"X-Forwarded-For":""}""", null)]
    [InlineData("""{"X-Forwarded-For":["203.0.113.7"]}""", null)]
    [InlineData("""{"X-Forwarded-For":"203.0.113.7","x-forwarded-for":"203.0.113.8"}""", null)]
    [InlineData("{}", null)]
    [InlineData("[]", null)]
    [InlineData("203.0.113.7", null)]
    public void IsTheOneThatTheSitesOwnProxySaw(string headers, string? address) => Assert.Equal(address, ClientAddress.OfHeaders(headers)?.ToString());

    [Fact]
    public void IsKeptOnlyAsADigestThatIsAnotherEachDay()
    {
        var clock = new HandClock();
        var digest = new AddressDigest(clock);
        var (here, there, sameHome) = (IPAddress.Parse("2001:db8::7"), IPAddress.Parse("2001:db8:0:1::7"), IPAddress.Parse("2001:db8::8"));
        var today = digest.Of(here);

        Assert.Equal(today, digest.Of(sameHome));
        Assert.NotEqual(today, digest.Of(there));
        Assert.Equal(digest.Of(IPAddress.Parse("203.0.113.7")), digest.Of(IPAddress.Parse("::ffff:203.0.113.7")));
        clock.Now += TimeSpan.FromDays(1);
        Assert.NotEqual(today, digest.Of(here));
    }

    [Fact]
    public void ThatHasUsedItsGiftsGetsThemBackWithTime()
    {
        var clock = new HandClock();
        var limit = new RateLimit(perAddress: 2, total: 100, burst: 100, clock);
        var address = IPAddress.Parse("203.0.113.7");
        Assert.Null(limit.Take(address));
        Assert.Null(limit.Take(address));
        Assert.Equal(TimeSpan.FromSeconds(30), limit.Take(address));

        clock.Now += TimeSpan.FromSeconds(30);

        Assert.Null(limit.Take(address));
        Assert.NotNull(limit.Take(address));
    }

    [Fact]
    public void ThatAsksManyAtOnceGetsNoMoreThanABurst()
    {
        var clock = new HandClock();
        var limit = new RateLimit(perAddress: 60, total: 240, burst: 10, clock);
        var address = IPAddress.Parse("203.0.113.7");

        Assert.Equal(10, Enumerable.Range(0, 100).Count(_ => limit.Take(address) is null));
        Assert.Equal(0, Enumerable.Range(0, 100).Count(i => limit.Take(IPAddress.Parse($"198.51.100.{i}")) is null));
        Assert.Equal(TimeSpan.FromSeconds(0.25), limit.Take(IPAddress.Parse("198.51.100.200")));

        clock.Now += TimeSpan.FromSeconds(1);

        Assert.Equal(4, Enumerable.Range(0, 100).Count(i => limit.Take(IPAddress.Parse($"198.51.101.{i}")) is null));
    }

    private sealed class HandClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
