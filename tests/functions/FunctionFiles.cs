using System.Text.Json.Nodes;
using Advocacy.Functions.Webhooks;
using Advocacy.Tests.Sites;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Advocacy.Tests.Functions;

[Collection(GivingSites.Name)]
public sealed class FunctionFiles(PublishedCampaign published)
{
    private static readonly string _folder = Path.Combine(SiteFolder.Repository, "functions");

    [Fact]
    public async Task AndRoutesAreTheSame()
    {
        await using var functions = await RunningFunctions.StartAsync(published);

        var routes = functions.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText}"))
            .Where(route => route != "GET /");

        Assert.Equal(Files().SelectMany(RoutesOf).Order(StringComparer.Ordinal), routes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AreWhatTheHostProxies()
    {
        // Exactly one trigger in and one answer out: the host hands anything else over in an envelope.
        foreach (var file in Files())
        {
            var bindings = Read(file)["bindings"]!.AsArray().Select(binding => $"{binding!["type"]} {binding["direction"]}").ToArray();
            Assert.True(bindings is ["httpTrigger in", "http out"] or ["timerTrigger in"], file);
        }
    }

    [Fact]
    public void TakeAKeyWhereTheAnswerIsNotForEverybody() =>
        Assert.Equal(["GiftsExport", "HealthDetails"], Files().Where(file => Trigger(file)["authLevel"]?.ToString() is not ("anonymous" or null)).Select(NameOf));

    [Fact]
    public void AreAllThatTheReadmeTellsAnOperatorToSetUpAtStripe()
    {
        var readme = File.ReadAllText(Path.Combine(SiteFolder.Repository, "README.md"));
        var webhook = readme[readme.IndexOf("a webhook to", StringComparison.Ordinal)..readme.IndexOf("the login page", StringComparison.Ordinal)];

        Assert.Equal([Stripe.StripeConfiguration.ApiVersion, .. EventDecision.Types], webhook.Split('`').Where((_, i) => i % 2 == 1).Skip(1));
    }

    [Fact]
    public void AndTheHostsAreInTheBuild()
    {
        foreach (var file in Files().Append(Path.Combine(_folder, "host.json")))
            Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, Path.GetRelativePath(_folder, file))), file);
    }

    private static IEnumerable<string> Files() => Directory.GetDirectories(_folder).Select(folder => Path.Combine(folder, "function.json")).Where(File.Exists).Order(StringComparer.Ordinal);

    // A timer has no route: the host posts to the function's name.
    private static IEnumerable<string> RoutesOf(string file) => Trigger(file) is var trigger && trigger["route"] is { } route
        ? trigger["methods"]!.AsArray().Select(method => $"{method!.ToString().ToUpperInvariant()} /api/{route}")
        : [$"POST /{NameOf(file)}"];

    private static string NameOf(string file) => Path.GetFileName(Path.GetDirectoryName(file)!);

    private static JsonNode Trigger(string file) => Read(file)["bindings"]![0]!;

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(file))!;
}
