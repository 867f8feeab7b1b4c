using System.Text.Json.Nodes;
using Advocacy.Functions;
using Xunit;

namespace Advocacy.Tests.Functions.Hosting;

/// <summary>The names, routes and triggers of all functions, as the worker reports them to the host.</summary>
public sealed class FunctionRoutes
{
    private const string Expected = """
        CampaignBadge: GET HEAD /api/campaigns/{slug}/progress.svg
        CampaignTotals: GET HEAD /api/campaigns/{slug}
        CreateDonation: GET POST /api/donations
        DonationStatus: GET /api/donations/{session}
        GiftsExport: GET /api/gifts.csv with a key
        Health: GET /api/health
        HealthDetails: GET /api/health/details with a key
        ManageGiving: POST /api/manage
        Reconcile: at 0 7 * * * *
        ReconcileNow: POST /api/reconcile with a key
        StripeWebhook: POST /api/stripe/webhook
        """;

    /// <summary>Pages, partners and operators rely on them.</summary>
    [Fact]
    public async Task AreTheseAndNoOther()
    {
        var declared = await new GeneratedFunctionMetadataProvider().GetFunctionMetadataAsync("");

        var lines = declared.Select(function => $"{function.Name}: {Trigger(JsonNode.Parse(function.RawBindings!.Single(IsTrigger))!)}");
        Assert.Equal(Expected, string.Join('\n', lines.Order(StringComparer.Ordinal)));
    }

    private static bool IsTrigger(string binding)
    {
        var type = (string)JsonNode.Parse(binding)!["type"]!;
        return type.EndsWith("Trigger", StringComparison.Ordinal);
    }

    private static string Trigger(JsonNode trigger)
    {
        if (trigger["schedule"] is { } schedule)
            return $"at {schedule}";
        var methods = trigger["methods"]!.AsArray().Select(method => method!.ToString().ToUpperInvariant());
        var key = trigger["authLevel"]!.ToString() == "Anonymous" ? "" : " with a key";
        return $"{string.Join(' ', methods)} /api/{trigger["route"]}{key}";
    }
}
