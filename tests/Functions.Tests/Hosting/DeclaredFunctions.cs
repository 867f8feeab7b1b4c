using System.Text.Json.Nodes;
using Advocacy.Functions;
using Advocacy.Functions.Webhooks;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Functions.Hosting;

/// <summary>What the worker says of its functions when the host asks.</summary>
public sealed class DeclaredFunctions
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

    [Fact]
    public void AreAllThatTheDocumentsTellAnOperatorToSetUpAtStripe()
    {
        var document = File.ReadAllText(Path.Combine(SiteFolder.Repository, "docs", "donations.md"));
        var start = document.IndexOf("A webhook to", StringComparison.Ordinal);
        var webhook = document[start..document.IndexOf("The list is", start, StringComparison.Ordinal)];

        Assert.Equal(EventKinds.Types, webhook.Split('`').Where((_, i) => i % 2 == 1).Skip(1));
    }

    private static bool IsTrigger(string binding) => ((string)JsonNode.Parse(binding)!["type"]!).EndsWith("Trigger", StringComparison.Ordinal);

    private static string Trigger(JsonNode trigger) => trigger["schedule"] is { } schedule
        ? $"at {schedule}"
        : $"{string.Join(' ', trigger["methods"]!.AsArray().Select(method => method!.ToString().ToUpperInvariant()))} /api/{trigger["route"]}"
            + (trigger["authLevel"]!.ToString() == "Anonymous" ? "" : " with a key");
}
