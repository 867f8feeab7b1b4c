using System.Net;
using Advocacy.Functions.Http;
using Advocacy.TestKit.Functions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Advocacy.Tests.Functions.Http;

public sealed class AddressDigestTests
{
    private static readonly DateTimeOffset _noon = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void IsAnotherEachDayAndTheSameForOneNetwork()
    {
        var clock = new FakeTimeProvider(_noon);
        var digest = new AddressDigest(clock);
        var here = IPAddress.Parse("2001:db8::7");
        var sameNetwork = IPAddress.Parse("2001:db8::8");
        var elsewhere = IPAddress.Parse("2001:db8:0:1::7");
        var today = digest.Of(here);

        Assert.Equal(today, digest.Of(sameNetwork));
        Assert.NotEqual(today, digest.Of(elsewhere));
        Assert.Equal(digest.Of(IPAddress.Parse("203.0.113.7")), digest.Of(IPAddress.Parse("::ffff:203.0.113.7")));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.NotEqual(today, digest.Of(here));
    }
}
