using System.Text.Json.Nodes;
using Advocacy.Functions.Ledger;
using Advocacy.TestKit.Functions;
using Advocacy.TestKit.Ledger;
using Advocacy.TestKit.Stripe;
using Xunit;

namespace Advocacy.Tests.Functions.Webhooks;

/// <summary>
/// Money that came through our form, and whose metadata somebody has edited at Stripe, or an earlier version wrote: it is recorded all
/// the same.
/// </summary>
public sealed class GiftWithChangedMetadata : IAsyncLifetime
{
    private WebhookHost _host = null!;

    public async Task InitializeAsync() => _host = await WebhookHost.StartAsync();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Theory]
    [InlineData("campaign", null, "", "legal-aid", "ferry")]
    [InlineData("campaign", "Ana Donor, 5 Shore Road", "", "legal-aid", "ferry")]
    [InlineData("campaign", "givingtuesday-", "", "legal-aid", "ferry")]
    [InlineData("designation", "Ana Donor", Given.Campaign, null, "ferry")]
    [InlineData("from", "no.5", Given.Campaign, "legal-aid", null)]
    [InlineData("from", "petition/Ana Donor", Given.Campaign, "legal-aid", null)]
    public async Task IsRecordedUnderWhatIsKnownAndReported(
        string field, string? value, string campaign, string? designation, string? source)
    {
        Assert.Equal("200 Recorded.", await _host.SendAsync(Paid(field, value)));

        var gift = Assert.Single(await _host.GiftsAsync()).Settled!;
        Assert.Equal((campaign, designation, source, 5000L), (gift.Campaign, gift.Designation, gift.Source, gift.Amount));
        Assert.Contains(
            "Warning: Stripe's event evt_1 (checkout.session.completed): pi_1 is recorded without what its metadata no longer says: "
            + field,
            _host.Log.Lines);
        Assert.DoesNotContain(_host.Log.Lines, line => line.Contains("Ana Donor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task IsRecordedForEachMonth()
    {
        _host.Stripe.Payments.Add(new("in_1", "pi_1", 5000));
        var invoice = StripeEvents.Invoice(metadata: new() { ["advocacy"] = "1" });

        Assert.Equal("200 Recorded.", await _host.SendAsync(StripeEvents.Event("invoice.paid", invoice)));

        Assert.Equal((Settled.NoCampaign, "monthly"), await SettledAsync());
        Assert.Equal(new Totals("", "usd", 5000, 1, 0), await _host.Ledger.TotalsAsync("", "usd", null, CancellationToken.None));
    }

    [Fact]
    public async Task IsReportedWhereTheSiteHasNoSuchCampaign()
    {
        await _host.SendAsync(Paid("campaign", "a-campaign-of-last-year"));

        Assert.Equal(("a-campaign-of-last-year", "once"), await SettledAsync());
        Assert.Contains(
            "Warning: Stripe's event evt_1 (checkout.session.completed): pi_1 is for a campaign that the site does not have: "
            + "a-campaign-of-last-year",
            _host.Log.Lines);
    }

    [Fact]
    public async Task IsNotReportedWhereAllIsKnown()
    {
        await _host.SendAsync(Paid("campaign", PublishedCampaign.Slug));

        Assert.DoesNotContain(_host.Log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal));
    }

    private async Task<(string Campaign, string Interval)> SettledAsync()
    {
        var gift = Assert.Single(await _host.GiftsAsync()).Settled!;
        return (gift.Campaign, gift.Interval);
    }

    private static JsonObject Paid(string field, string? value)
    {
        var metadata = StripeEvents.Metadata();
        if (value is null)
            metadata.Remove(field);
        else
            metadata[field] = value;
        return StripeEvents.Event("checkout.session.completed", StripeEvents.Session(metadata: metadata));
    }
}
