using System.Net;
using System.Text.Json;
using Xunit;

namespace Advocacy.Tests.Preview.FunctionsHost;

[Collection(SharedHostGroup.Name)]
public sealed class RouteTableTests(SharedHost shared)
{
    [Theory]
    [InlineData("GET", "/api/empty", 200)]
    [InlineData("GET", "/api/empty/", 200)]
    [InlineData("GET", "/API/Empty", 200)]
    [InlineData("GET", "/api/nowhere/../empty", 200)]
    [InlineData("HEAD", "/api/seen/a", 200)]
    [InlineData("GET", "/api/seen/a/1", 200)]
    [InlineData("GET", "/api/seen/a/b", 404)]
    [InlineData("HEAD", "/api/empty", 404)]
    [InlineData("POST", "/api/empty", 404)]
    [InlineData("OPTIONS", "/api/empty", 404)]
    [InlineData("GET", "/api/empty/more", 404)]
    [InlineData("GET", "/api/nowhere", 404)]
    [InlineData("GET", "/api", 404)]
    [InlineData("GET", "/empty", 404)]
    [InlineData("POST", "/api/Tick", 404)]
    public async Task RouteLeadsToAFunctionOrToNothing(string method, string path, int status)
    {
        // A path is sent as it is written here, which Uri would not do.
        var answer = await RawRequest.SendAsync(
            shared.Running.Client.BaseAddress!,
            $"{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        // Nothing of the worker's, such as its headers; an answer to HEAD has no length.
        if (status == 404)
            Assert.Matches("^HTTP/1.1 404 Not Found\r\n(Content-Length: 0\r\n)?Connection: close\r\nDate: [^\r]*\r\n\r\n$", answer);
    }

    [Theory]
    [InlineData("/api/seen/a%2Fb", "a%2Fb")]
    [InlineData("/api/seen/caf%C3%A9", "café")]
    [InlineData("/api/SEEN/Word/", "Word")]
    public async Task RouteGivesTheFunctionItsValues(string path, string word)
    {
        using var seen = JsonDocument.Parse(await shared.Running.Client.GetStringAsync(new Uri(path, UriKind.Relative)));

        Assert.Equal(word, seen.RootElement.GetProperty("word").GetString());
    }

    [Fact]
    public async Task LiteralRouteComesFirst()
    {
        using var answer = await shared.Running.GetAsync("/api/seen/literal");

        Assert.Equal((HttpStatusCode.OK, "literal"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("", 401)]
    [InlineData("?code=wrong", 401)]
    [InlineData("?code=KEY", 200)]
    public async Task KeyOpensTheRoute(string query, int status)
    {
        var shown = query.Replace("KEY", shared.Running.Host.Key, StringComparison.Ordinal);
        using var answer = await shared.Running.GetAsync($"/api/keyed{shown}");

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 200 ? "open" : "", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task KeyInAHeaderOpensTheRoute()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/keyed");
        request.Headers.Add("x-functions-key", shared.Running.Host.Key);
        using var answer = await shared.Running.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
