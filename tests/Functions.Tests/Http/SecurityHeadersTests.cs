using Advocacy.TestKit.Functions;
using Xunit;

namespace Advocacy.Tests.Functions.Http;

[Collection(PublishedCampaignGroup.Name)]
public sealed class SecurityHeadersTests(PublishedCampaign published)
{
    [Theory]
    [InlineData("/api/campaigns/nowhere")]
    [InlineData("/api/health")]
    [InlineData("/api/donations/cs_test_x")]
    public async Task AreOnEveryAnswer(string path)
    {
        await using var functions = await RunningFunctions.StartAsync(published);

        using var answer = await functions.GetAsync(path);

        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("max-age=63072000; includeSubDomains; preload", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.False(answer.Headers.Contains("Server"));
    }
}
