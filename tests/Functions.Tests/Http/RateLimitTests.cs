using System.Net;
using Advocacy.Functions.Http;
using Advocacy.TestKit.Functions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Advocacy.Tests.Functions.Http;

public sealed class RateLimitTests
{
    private static readonly DateTimeOffset _noon = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void AddressThatHasUsedUpItsRequestsGetsThemBackWithTime()
    {
        var clock = new FakeTimeProvider(_noon);
        var limit = new RateLimit(perAddress: 2, total: 100, burst: 100, clock);
        var address = IPAddress.Parse("203.0.113.7");
        Assert.Null(limit.Take(address));
        Assert.Null(limit.Take(address));
        Assert.Equal(TimeSpan.FromSeconds(30), limit.Take(address));

        clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Null(limit.Take(address));
        Assert.NotNull(limit.Take(address));
    }

    [Fact]
    public void ManyRequestsAtOnceGetNoMoreThanABurst()
    {
        var clock = new FakeTimeProvider(_noon);
        var limit = new RateLimit(perAddress: 60, total: 240, burst: 10, clock);
        var address = IPAddress.Parse("203.0.113.7");

        Assert.Equal(10, Enumerable.Range(0, 100).Count(_ => limit.Take(address) is null));
        Assert.Equal(0, Enumerable.Range(0, 100).Count(i => limit.Take(IPAddress.Parse($"198.51.100.{i}")) is null));
        Assert.Equal(TimeSpan.FromSeconds(0.25), limit.Take(IPAddress.Parse("198.51.100.200")));

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(4, Enumerable.Range(0, 100).Count(i => limit.Take(IPAddress.Parse($"198.51.101.{i}")) is null));
    }
}
