using Advocacy.Functions.Http;
using Xunit;

namespace Advocacy.Tests.Functions.Http;

public sealed class ClientAddressTests
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
    public void IsTheOneThatTheSitesOwnProxySaw(string headers, string? address) =>
        Assert.Equal(address, ClientAddress.OfHeaders(headers)?.ToString());
}
