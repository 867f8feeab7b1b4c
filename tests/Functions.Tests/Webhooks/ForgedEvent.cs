using System.Text.Json.Nodes;
using Advocacy.TestKit.Ledger;
using Advocacy.TestKit.Stripe;
using Xunit;

namespace Advocacy.Tests.Functions.Webhooks;

/// <summary>Signed with the real secret, and not true. Stripe, when it is asked, says what is true.</summary>
public sealed class ForgedEvent : IAsyncLifetime
{
    private WebhookHost _host = null!;

    public async Task InitializeAsync() => _host = await WebhookHost.StartAsync();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Theory]
    [InlineData("checkout.session.completed", "cs_test_pi_1")]
    [InlineData("checkout.session.async_payment_succeeded", "cs_test_pi_1")]
    [InlineData("invoice.paid", "in_1")]
    [InlineData("refund.created", "re_1")]
    [InlineData("charge.dispute.closed", "du_1")]
    public async Task OfWhatStripeDoesNotKnowRecordsNothing(string type, string subject)
    {
        Assert.Equal($"400 Refused: Stripe does not know {subject}.", await _host.DeliverAsync(Event(type)));

        Assert.Empty(await _host.GiftsAsync());
        var errors = _host.Log.Lines.Where(line => line.StartsWith("Error: ", StringComparison.Ordinal));
        Assert.Contains(errors, line => line.Contains(subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task OfASessionThatIsNotPaidRecordsNothing()
    {
        _host.Stripe.Knows(StripeEvents.Event("checkout.session.completed", StripeEvents.Session(status: "unpaid")));

        Assert.Equal("200 Ignored: Stripe says that it is not paid.", await _host.DeliverAsync(Event("checkout.session.completed")));

        Assert.Empty(await _host.GiftsAsync());
    }

    [Fact]
    public async Task WithAnotherSumAndAnotherCampaignRecordsWhatStripeSays()
    {
        _host.Stripe.Knows(StripeEvents.Event("checkout.session.completed", StripeEvents.Session()));
        var forged = StripeEvents.Session(amount: 99_999_999, metadata: StripeEvents.Metadata("another-campaign"), currency: "eur");

        Assert.Equal("200 Recorded.", await _host.DeliverAsync(StripeEvents.Event("checkout.session.completed", forged)));

        var gift = Assert.Single(await _host.GiftsAsync()).Settled!;
        Assert.Equal((5000L, "usd", Given.Campaign), (gift.Amount, gift.Currency, gift.Campaign));
    }

    [Fact]
    public async Task OfAnUnpaidInvoiceRecordsNothing()
    {
        var invoice = StripeEvents.Invoice();
        invoice["status"] = "open";
        _host.Stripe.Knows(StripeEvents.Event("invoice.paid", invoice));

        Assert.Equal("200 Ignored: Stripe says that it is not paid.", await _host.DeliverAsync(Event("invoice.paid")));

        Assert.Empty(await _host.GiftsAsync());
    }

    [Fact]
    public async Task ThatSwapsTheGiftLowersNoOther()
    {
        await _host.SendAsync(StripeEvents.Event("checkout.session.completed", StripeEvents.Session()));
        await _host.SendAsync(StripeEvents.Event("checkout.session.completed", StripeEvents.Session("pi_2")));
        _host.Stripe.Knows(StripeEvents.Event("refund.created", StripeEvents.Refund(1000, gift: "pi_2")));

        await _host.DeliverAsync(StripeEvents.Event("refund.created", StripeEvents.Refund(5000, gift: "pi_1")));

        Assert.Equal(["pi_1 5000", "pi_2 4000"], (await _host.GiftsAsync()).Select(gift => $"{gift.Id} {gift.Standing}"));
    }

    /// <summary>A bank debit settles when Stripe's record of that event says, and not when any other event was made.</summary>
    [Theory]
    [InlineData("cs_test_pi_2", "paid", "400 Refused: Stripe's record of it is not about cs_test_pi_1.")]
    [InlineData("cs_test_pi_1", "unpaid", "200 Ignored: it was not paid then, and its payment has an event of its own.")]
    public async Task WithTheIdOfAnotherEventDatesNoGift(string subject, string status, string answer)
    {
        var other = StripeEvents.Session(status: status);
        other["id"] = subject;
        _host.Stripe.Knows(StripeEvents.Event("checkout.session.completed", other, "evt_other", Given.Noon.AddDays(-7)));
        _host.Stripe.Knows(StripeEvents.Event("checkout.session.async_payment_succeeded", StripeEvents.Session(), "evt_true"));

        var forged = StripeEvents.Event("checkout.session.async_payment_succeeded", StripeEvents.Session(), "evt_other");

        Assert.Equal(answer, await _host.DeliverAsync(forged));
        Assert.Empty(await _host.GiftsAsync());
    }

    private static JsonObject Event(string type) => StripeEvents.Event(type, type switch
    {
        "invoice.paid" => StripeEvents.Invoice(),
        "refund.created" => StripeEvents.Refund(1000),
        "charge.dispute.closed" => StripeEvents.Dispute(1000, "lost"),
        _ => StripeEvents.Session(),
    });
}
