using System.Net;
using System.Text.Json;
using Advocacy.TestKit.Functions;
using Advocacy.TestKit.Stripe;
using Xunit;

namespace Advocacy.Tests.Preview;

/// <summary>
/// An event of Stripe that never arrived, in the whole preview: the emulator holds its deliveries back, and the timer is called.
/// </summary>
[Collection(PublishedCampaignGroup.Name)]
public sealed class GiftWhoseWebhookIsLost(PublishedCampaign published) : IAsyncLifetime
{
    private PreviewWithGiving _preview = null!;

    public async Task InitializeAsync()
    {
        _preview = await PreviewWithGiving.StartAsync(published);
        await PressAsync("delivery-mode", "Held");
    }

    public async Task DisposeAsync() => await _preview.DisposeAsync();

    [Fact]
    public async Task IsFoundByTheTimerAndCountsOnceHoweverLateItsWebhookComes()
    {
        var session = await _preview.GiveAsync();
        _preview.Stripe.Refund((string)_preview.Stripe.Find(session)!["payment_intent"]!, 1000);
        Assert.Equal(0, await RaisedAsync());

        // The gift, its refund, and what Stripe kept.
        await ReconcileAsync("3 facts added, 0 unexplained");
        await UntilRaisedAsync(4000);

        await PressAsync("release-reversed", "");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await _preview.Stripe.WebhookOutbox.QuietAsync(patience.Token);
        await ReconcileAsync("0 facts added, 0 unexplained");
        Assert.Equal(4000, await RaisedAsync());
    }

    [Fact]
    public async Task IsReportedWhereItMakesNoSense()
    {
        var session = await _preview.GiveAsync();
        var payment = (string)_preview.Stripe.Find(session)!["payment_intent"]!;
        _preview.Stripe.Refund(payment);
        // Of what was given back already nothing is left to dispute.
        _preview.Stripe.LoseDispute(_preview.Stripe.Dispute(payment));
        var lost = (string)_preview.Stripe.All("event").Single(sent => (string?)sent["type"] == "charge.dispute.closed")["id"]!;

        await ReconcileAsync("1 unexplained");

        using var panel = await _preview.GetAsync("/_preview/");
        Assert.Contains(
            $"Reconciling cannot explain {lost} (charge.dispute.closed): its dispute has no amount",
            WebUtility.HtmlDecode(await panel.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(0, await RaisedAsync());
    }

    private async Task PressAsync(string action, string id)
    {
        using var pressed = await _preview.PostAsync("/_preview/", _preview.Origin, ("do", action), ("id", id));
        Assert.Equal(HttpStatusCode.SeeOther, pressed.StatusCode);
    }

    /// <summary>Calls the timer from the panel, and waits for what it says at its end.</summary>
    private async Task ReconcileAsync(string report)
    {
        await PressAsync("call", "Reconcile");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!_preview.Terminal.Any(line => line.EndsWith(report, StringComparison.Ordinal)))
            await Task.Delay(20, patience.Token);
    }

    /// <summary>The functions read the totals again each second.</summary>
    private async Task UntilRaisedAsync(long cents)
    {
        for (var i = 0; i < 100 && await RaisedAsync() != cents; i++)
            await Task.Delay(100);
        Assert.Equal(cents, await RaisedAsync());
    }

    private async Task<long> RaisedAsync()
    {
        using var answer = await _preview.GetAsync($"/api/campaigns/{PublishedCampaign.Slug}");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("raised").GetInt64();
    }
}
