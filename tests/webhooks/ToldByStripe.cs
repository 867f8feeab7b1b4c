using System.Text.Json.Nodes;
using Advocacy.Functions.Ledger;
using Advocacy.Tests.Ledger;
using Xunit;

namespace Advocacy.Tests.Webhooks;

public sealed class ToldByStripe : IAsyncLifetime
{
    private WebhookHost _host = null!;

    public async Task InitializeAsync() => _host = await WebhookHost.StartAsync();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task PaidSessionIsRecorded()
    {
        Assert.Equal("200 Recorded.", await _host.SendAsync(Paid()));

        Assert.Equal<Fact>([Given.Gift()], Assert.Single(await _host.GiftsAsync()).Facts);
        Assert.Contains("Information: Stripe's event evt_1 (checkout.session.completed): pi_1 gift recorded, new: True", _host.Log.Lines);
    }

    [Fact]
    public async Task SameEventTwiceIsRecordedOnce()
    {
        await _host.SendAsync(Paid());

        Assert.Equal("200 Known already.", await _host.SendAsync(Paid()));
        Assert.Equal(new Totals(Given.Campaign, "usd", 5000, 1, 0), await _host.TotalsAsync());
    }

    [Fact]
    public async Task TwinEventIsRecordedOnce()
    {
        await _host.SendAsync(Paid());

        Assert.Equal("200 Known already.", await _host.SendAsync(StripeEvents.Event("checkout.session.completed", StripeEvents.Session(), "evt_2")));
        Assert.Equal(new Totals(Given.Campaign, "usd", 5000, 1, 0), await _host.TotalsAsync());
    }

    [Fact]
    public async Task BankDebitCountsWhenItSucceeds()
    {
        Assert.Equal("200 Ignored: it is not paid yet.", await _host.SendAsync(StripeEvents.Event("checkout.session.completed", StripeEvents.Session(status: "unpaid"))));
        Assert.Equal("200 Ignored: it moves no money of ours.", await _host.SendAsync(StripeEvents.Event("checkout.session.async_payment_failed", StripeEvents.Session(status: "unpaid"))));
        Assert.Empty(await _host.GiftsAsync());

        Assert.Equal("200 Recorded.", await _host.SendAsync(StripeEvents.Event("checkout.session.async_payment_succeeded", StripeEvents.Session())));
    }

    [Fact]
    public async Task EachMonthIsAGiftOfItsOwn()
    {
        Assert.Equal("200 Ignored: each month's gift counts when its invoice is paid.",
            await _host.SendAsync(StripeEvents.Event("checkout.session.completed", StripeEvents.Session(mode: "subscription"))));
        _host.Stripe.Payments.Add(new("in_1", "pi_1", 5000));
        _host.Stripe.Payments.Add(new("in_2", "pi_2", 5000));

        Assert.Equal("200 Recorded.", await _host.SendAsync(StripeEvents.Event("invoice.paid", StripeEvents.Invoice("in_1"))));
        Assert.Equal("200 Recorded.", await _host.SendAsync(StripeEvents.Event("invoice.paid", StripeEvents.Invoice("in_2"))));

        Assert.Equal<Fact>(
            [Given.Gift("pi_1") with { Interval = "monthly" }, Given.Gift("pi_2") with { Interval = "monthly" }],
            (await _host.GiftsAsync()).SelectMany(gift => gift.Facts));
    }

    [Fact]
    public async Task InvoiceOfASingleGiftIsNoSecondGift() => Assert.Equal(
        "200 Ignored: a single gift counts when its session is paid.", await _host.SendAsync(StripeEvents.Event("invoice.paid", StripeEvents.Invoice(monthly: false))));

    [Fact]
    public async Task InvoicePaidByCheckIsNoGiftOfStripes() => Assert.Equal(
        "200 Ignored: it was paid outside of Stripe.", await _host.SendAsync(StripeEvents.Event("invoice.paid", StripeEvents.Invoice())));

    [Fact]
    public async Task RefundOfAKnownGiftNeedsNoQuestion()
    {
        await _host.SendAsync(Paid());

        Assert.Equal("200 Recorded.", await _host.SendAsync(StripeEvents.Event("refund.created", StripeEvents.Refund(1000))));

        Assert.Equal(new Totals(Given.Campaign, "usd", 4000, 1, 0), await _host.TotalsAsync());
        Assert.Empty(_host.Stripe.Questions);
    }

    [Fact]
    public async Task RefundBeforeItsGiftIsKeptIfThePaymentIsOurs()
    {
        _host.Stripe.Intents["pi_1"] = StripeEvents.Metadata();

        Assert.Equal("200 Recorded.", await _host.SendAsync(StripeEvents.Event("refund.created", StripeEvents.Refund(1000))));
        await _host.SendAsync(Paid());

        Assert.Equal(new Totals(Given.Campaign, "usd", 4000, 1, 0), await _host.TotalsAsync());
    }

    [Fact]
    public async Task RefundBeforeItsMonthlyGiftIsKeptIfTheSubscriptionIsOurs()
    {
        _host.Stripe.Intents["pi_1"] = [];
        _host.Stripe.Payments.Add(new("in_1", "pi_1", 5000));

        Assert.Equal("200 Recorded.", await _host.SendAsync(StripeEvents.Event("refund.created", StripeEvents.Refund(1000))));
    }

    [Fact]
    public async Task LostDisputeTakesTheGiftAndReinstatementGivesItBack()
    {
        await _host.SendAsync(Paid());
        Assert.Equal("200 Ignored: it moves no money of ours.", await _host.SendAsync(StripeEvents.Event("charge.dispute.created", StripeEvents.Dispute(5000, "needs_response"))));
        Assert.Equal("200 Recorded.", await _host.SendAsync(StripeEvents.Event("charge.dispute.closed", StripeEvents.Dispute(5000, "lost"))));
        Assert.Equal(new Totals(Given.Campaign, "usd", 0, 0, 0), await _host.TotalsAsync());

        Assert.Equal("200 Recorded.", await _host.SendAsync(StripeEvents.Event("charge.dispute.funds_reinstated", StripeEvents.Dispute(5000, "won"))));
        Assert.Equal(new Totals(Given.Campaign, "usd", 5000, 1, 0), await _host.TotalsAsync());
    }

    [Fact]
    public async Task WonDisputeChangesNothing() => Assert.Equal(
        "200 Ignored: the dispute is not lost.", await _host.SendAsync(StripeEvents.Event("charge.dispute.closed", StripeEvents.Dispute(5000, "won"))));

    [Theory]
    [InlineData("checkout.session.completed")]
    [InlineData("invoice.paid")]
    [InlineData("refund.created")]
    [InlineData("charge.dispute.closed")]
    public async Task OtherProgrammesOnTheAccountLeaveNoEntry(string type)
    {
        var foreign = new JsonObject { ["programme"] = "bookshop" };
        _host.Stripe.Intents["pi_1"] = foreign;
        var subject = type switch
        {
            "checkout.session.completed" => StripeEvents.Session(metadata: (JsonObject)foreign.DeepClone()),
            "invoice.paid" => StripeEvents.Invoice(metadata: (JsonObject)foreign.DeepClone()),
            "refund.created" => StripeEvents.Refund(1000),
            _ => StripeEvents.Dispute(1000, "lost"),
        };

        Assert.Equal("200 Ignored: it belongs to another programme on the same account.", await _host.SendAsync(StripeEvents.Event(type, subject)));

        Assert.Empty(await _host.GiftsAsync());
    }

    [Theory]
    [InlineData("invoice.paid")]
    [InlineData("refund.created")]
    public async Task NothingIsLostWhileStripeIsDown(string type)
    {
        _host.Stripe.IsDown = true;
        var told = StripeEvents.Event(type, type == "invoice.paid" ? StripeEvents.Invoice() : StripeEvents.Refund(1000));

        Assert.Equal("503 Not stored; send it again.", await _host.SendAsync(told));
        Assert.Contains($"Error: Stripe's event evt_1 ({type}) is not stored yet, and Stripe will send it again: StripeException", _host.Log.Lines);

        _host.Stripe.IsDown = false;
        _host.Stripe.Intents["pi_1"] = StripeEvents.Metadata();
        _host.Stripe.Payments.Add(new("in_1", "pi_1", 5000));
        Assert.Equal("200 Recorded.", await _host.SendAsync(told));
    }

    [Fact]
    public async Task RecordingGoesOnWhenTheSenderHasGone()
    {
        var gone = new TaskCompletionSource();
        _host.Stripe.Answering = gone.Task;
        _host.Stripe.Payments.Add(new("in_1", "pi_1", 5000));
        var sending = _host.SendAsync(StripeEvents.Event("invoice.paid", StripeEvents.Invoice()), patience: TimeSpan.FromSeconds(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);

        gone.SetResult();

        while ((await _host.GiftsAsync()).Length == 0) await Task.Delay(20);
        Assert.Equal(new Totals(Given.Campaign, "usd", 5000, 1, 0), await _host.TotalsAsync());
    }

    [Fact]
    public async Task NothingPersonalIsLoggedOrStored()
    {
        await _host.SendAsync(Paid());

        var kept = string.Join('\n', _host.Log.Lines) + string.Concat((await _host.GiftsAsync()).SelectMany(gift => gift.Facts));
        Assert.DoesNotContain("donor@example.org", kept, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Somebody", kept, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Donor", kept, StringComparison.OrdinalIgnoreCase);
    }

    private static JsonObject Paid() => StripeEvents.Event("checkout.session.completed", StripeEvents.Session());
}
