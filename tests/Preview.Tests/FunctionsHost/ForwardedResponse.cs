using System.Net;
using Xunit;

namespace Advocacy.Tests.Preview.FunctionsHost;

[Collection(SharedHostGroup.Name)]
public sealed class ForwardedResponse(SharedHost shared)
{
    [Fact]
    public async Task KeepsStatusLocationCookiesAndPolicy()
    {
        using var answer = await shared.Running.PostAsync("/api/redirect");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("https://www.example.org/next?a=1&b=%20", answer.Headers.Location?.OriginalString);
        Assert.Equal(["one=1; path=/", "two=2; path=/"], answer.Headers.GetValues("Set-Cookie"));
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Equal("default-src 'none'; form-action 'self' https://checkout.example", policy);
    }

    [Fact]
    public async Task IsNotModifiedWhereTheETagMatches()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/cached");
        request.Headers.TryAddWithoutValidation("If-None-Match", "\"v1\"");
        using var first = await shared.Running.GetAsync("/api/cached");
        using var second = await shared.Running.Client.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, "\"v1\""), (first.StatusCode, first.Headers.ETag?.Tag));
        Assert.Equal((HttpStatusCode.NotModified, "\"v1\""), (second.StatusCode, second.Headers.ETag?.Tag));
    }

    [Fact]
    public async Task IsStreamed()
    {
        using var answer = await shared.Running.GetHeadersAsync("/api/stream");
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());

        Assert.Equal("first", await reader.ReadLineAsync());
        var rest = reader.ReadToEndAsync();
        Assert.False(rest.IsCompleted);
        Assert.Equal("second\n", await rest);
    }
}
