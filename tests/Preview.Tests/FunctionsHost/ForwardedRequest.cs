using System.Text;
using System.Text.Json;
using Xunit;

namespace Advocacy.Tests.Preview.FunctionsHost;

[Collection(SharedHostGroup.Name)]
public sealed class ForwardedRequest(SharedHost shared)
{
    [Fact]
    public async Task IsAsItWasSent()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/seen/word?a=1&a=2&code=x");
        request.Headers.Add("X-Asked", ["one", "two"]);
        var seen = await SeenAsync(request);

        Assert.Equal(("GET", "/api/seen/word", "?a=1&a=2&code=x"), (Text(seen, "method"), Text(seen, "path"), Text(seen, "query")));
        Assert.Equal(shared.Running.Client.BaseAddress!.Authority, Text(seen, "host"));
        Assert.Equal("one,two", Text(seen.GetProperty("headers"), "X-Asked").Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task HasTheAddressOfTheConnectionAndNotOfTheHeader()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/seen/word");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7, 198.51.100.1");
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Add("X-Forwarded-Proto", "https");
        var seen = await SeenAsync(request);

        Assert.Equal("127.0.0.1", Text(seen, "caller"));
        Assert.Equal(("http", shared.Running.Client.BaseAddress!.Authority), (Text(seen, "scheme"), Text(seen, "host")));
        Assert.False(seen.GetProperty("headers").TryGetProperty("X-Forwarded-For", out _));
        // The original stands in the invocation.
        using var headers = JsonDocument.Parse(Text(seen.GetProperty("data"), "Headers"));
        Assert.Equal("203.0.113.7, 198.51.100.1", Text(headers.RootElement, "X-Forwarded-For"));
    }

    [Theory]
    [InlineData("/api/seen/word?Headers=forged", null, null)]
    [InlineData("/api/seen/word?headers=forged", null, null)]
    [InlineData("/api/seen/word", """{"headers":"forged"}""", "application/json")]
    [InlineData("/api/seen/word", """{"HEADERS":"forged"}""", "text/plain")]
    [InlineData("/api/seen/word", "\t\n {\"headers\":\"forged\"} ", "application/x-www-form-urlencoded")]
    [InlineData("/api/seen/word?headers=forged", """{"headers":"overridden"}""", "application/json")]
    public async Task HeadersInTheTriggerMetadataCanBeForged(string path, string? body, string? type)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, type!);
        var seen = await SeenAsync(request);

        Assert.Equal("forged", seen.GetProperty("data").EnumerateObject()
            .Single(data => data.Name.Equals("Headers", StringComparison.OrdinalIgnoreCase)).Value.GetString());
    }

    [Fact]
    public async Task HeadersInTheTriggerMetadataCanBeForgedInUtf16()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/seen/word");
        var body = Encoding.Unicode.GetBytes("""{"headers":{"X-Forwarded-For":"203.0.113.7"}}""");
        request.Content = new ByteArrayContent([.. Encoding.Unicode.GetPreamble(), .. body]);
        var seen = await SeenAsync(request);

        Assert.Equal("""{"X-Forwarded-For":"203.0.113.7"}""", Text(seen.GetProperty("data"), "headers"));
    }

    [Theory]
    [InlineData("a=1&headers=x")]
    [InlineData("[{\"headers\":1}]")]
    [InlineData("{\"headers\":")]
    [InlineData("{\"headers\":[1],\"other\":null}")]
    public async Task HeadersInTheTriggerMetadataAreRightWhereNothingTakesTheirPlace(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/seen/word");
        request.Content = new StringContent(body);
        request.Headers.Add("X-Asked", "yes");
        var seen = await SeenAsync(request);

        using var headers = JsonDocument.Parse(Text(seen.GetProperty("data"), "Headers"));
        Assert.Equal("yes", Text(headers.RootElement, "X-Asked"));
    }

    [Fact]
    public async Task HasTheIdOfItsInvocation()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/seen/word");
        request.Headers.Add("x-ms-invocation-id", "forged");
        var seen = await SeenAsync(request);

        Assert.True(Guid.TryParse(Text(seen, "invocationId"), out _));
        Assert.Equal(Text(seen, "invocationId"), Text(seen.GetProperty("headers"), "x-ms-invocation-id"));
    }

    private async Task<JsonElement> SeenAsync(HttpRequestMessage request)
    {
        using var answer = await shared.Running.Client.SendAsync(request);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.Clone();
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
