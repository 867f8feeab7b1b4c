using System.Text.Json;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Outputs;

public sealed class HostConfigurationTests : IAsyncLifetime, IDisposable
{
    private readonly SiteFolder _site = new();

    public async Task InitializeAsync() => Assert.Empty(await _site.ProblemsAsync());

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _site.Dispose();

    [Fact]
    public void ContentSecurityPolicyLetsNothingUnsafeThrough()
    {
        using var host = JsonDocument.Parse(_site.Read("staticwebapp.config.json"));

        var policy = host.RootElement.GetProperty("globalHeaders").GetProperty("Content-Security-Policy").GetString()!;
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.All(["unsafe", "*", "data:", "http:"], word => Assert.DoesNotContain(word, policy, StringComparison.Ordinal));
    }

    [Fact]
    public void SearchPageAloneMayLeadToASearchEngineAndTellsItNoAddress()
    {
        using var host = JsonDocument.Parse(_site.Read("staticwebapp.config.json"));
        var all = host.RootElement.GetProperty("globalHeaders").GetProperty("Content-Security-Policy").GetString()!;

        var route = host.RootElement.GetProperty("routes").EnumerateArray()
            .Single(route => route.GetProperty("route").GetString() == "/search/*");
        var search = route.GetProperty("headers");

        Assert.DoesNotContain("duckduckgo", all, StringComparison.Ordinal);
        Assert.Equal(
            all.Replace("form-action 'self'", "form-action 'self' https://duckduckgo.com", StringComparison.Ordinal),
            search.GetProperty("Content-Security-Policy").GetString());
        Assert.Equal("no-referrer", search.GetProperty("Referrer-Policy").GetString());
    }
}
