using System.Text.Json.Nodes;
using Advocacy.Functions.Ledger;
using Advocacy.TestKit.Functions;
using Advocacy.TestKit.Ledger;
using Advocacy.TestKit.Stripe;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Advocacy.Tests.Functions.Webhooks;

public sealed class WebhookDelivery : IAsyncLifetime
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

    /// <summary>Every kind of event asks Stripe about its subject, and nothing once what follows from it is in the ledger.</summary>
    [Theory]
    [InlineData(
        "checkout.session.completed",
        "/v1/checkout/sessions/cs_test_pi_1?expand[0]=payment_intent.latest_charge.balance_transaction")]
    [InlineData("invoice.paid", "/v1/invoices/in_1 /v1/invoice_payments?invoice=in_1&status=paid&limit=100")]
    [InlineData("refund.created", "/v1/refunds/re_1?expand[0]=payment_intent")]
    [InlineData("refund.failed", "/v1/refunds/re_1?expand[0]=payment_intent")]
    [InlineData("charge.dispute.closed", "/v1/disputes/du_1?expand[0]=payment_intent")]
    [InlineData("charge.dispute.funds_reinstated", "/v1/disputes/du_1?expand[0]=payment_intent")]
    public async Task EventIsVerifiedAtStripeOnce(string type, string questions)
    {
        _host.Stripe.Intents["pi_1"] = StripeEvents.Metadata();
        _host.Stripe.Payments.Add(new("in_1", "pi_1", 5000));
        var stripeEvent = StripeEvents.Event(type, type switch
        {
            "checkout.session.completed" => StripeEvents.Session(),
            "invoice.paid" => StripeEvents.Invoice(),
            "refund.created" => StripeEvents.Refund(1000),
            "refund.failed" => StripeEvents.Refund(1000, status: "failed"),
            _ => StripeEvents.Dispute(1000, type == "charge.dispute.closed" ? "lost" : "won"),
        });

        Assert.Equal("200 Recorded.", await _host.SendAsync(stripeEvent));
        Assert.Equal(questions, string.Join(' ', _host.Stripe.Requests));
        _host.Stripe.Requests.Clear();

        Assert.Equal("200 Known already.", await _host.SendAsync(stripeEvent));
        Assert.Empty(_host.Stripe.Requests);
    }

    [Theory]
    [InlineData("2020-08-27")]
    [InlineData("2027-01-01.future")]
    [InlineData(null)]
    public async Task EventOfAnyVersionIsTaken(string? version)
    {
        var stripeEvent = Paid();
        stripeEvent["api_version"] = version;
        _host.Stripe.Knows(stripeEvent);
        // Other versions have other shapes: what is left here is what no version lacks.
        stripeEvent["data"]!["object"] = new JsonObject { ["id"] = "cs_test_pi_1", ["object"] = "checkout.session" };

        Assert.Equal("200 Recorded.", await _host.DeliverAsync(stripeEvent));
        Assert.Equal(new Totals(Given.Campaign, "usd", 5000, 1, 0), await _host.TotalsAsync());
    }

    [Fact]
    public async Task ThinEventIsTaken()
    {
        _host.Stripe.Knows(Paid());
        var thin = new JsonObject
        {
            ["id"] = "evt_thin",
            ["object"] = "v2.core.event",
            ["type"] = "v1.checkout.session.completed",
            ["livemode"] = false,
            ["created"] = "2026-12-01T12:00:00.000Z",
            ["related_object"] = new JsonObject
            {
                ["id"] = "cs_test_pi_1", ["type"] = "checkout.session", ["url"] = "/v1/checkout/sessions/cs_test_pi_1",
            },
        };

        Assert.Equal("200 Recorded.", await _host.DeliverAsync(thin));
        _host.Stripe.Requests.Clear();
        Assert.Equal("200 Known already.", await _host.DeliverAsync(thin));
        Assert.Empty(_host.Stripe.Requests);
        Assert.Equal(new Totals(Given.Campaign, "usd", 5000, 1, 0), await _host.TotalsAsync());
    }

    [Fact]
    public async Task BankDebitSettlesWhenStripesRecordOfTheEventSays()
    {
        var later = Given.Noon.AddDays(4);
        await _host.SendAsync(StripeEvents.Event("checkout.session.async_payment_succeeded", StripeEvents.Session(), "evt_9", later));

        Assert.Equal(later, Assert.Single(await _host.GiftsAsync()).Settled!.At);
    }

    /// <summary>
    /// Adaptive Pricing is off for our sessions. Where somebody has switched it on, the donor paid euros and we get dollars.
    /// </summary>
    [Theory]
    [InlineData("""{ "presentment_details": { "presentment_amount": 4612, "presentment_currency": "eur" } }""")]
    [InlineData("""
        { "amount_total": 4612, "currency": "eur",
          "currency_conversion": { "amount_subtotal": 5000, "amount_total": 5000, "fx_rate": "1.084", "source_currency": "usd" } }
        """)]
    public async Task GiftPresentedInAnotherCurrencyCountsInTheCampaigns(string presented)
    {
        var session = StripeEvents.Session();
        foreach (var (name, value) in JsonNode.Parse(presented)!.AsObject()) session[name] = value?.DeepClone();

        Assert.Equal("200 Recorded.", await _host.SendAsync(StripeEvents.Event("checkout.session.completed", session)));

        Assert.Equal(new Totals(Given.Campaign, "usd", 5000, 1, 0), await _host.TotalsAsync());
    }

    [Fact]
    public async Task TwinEventIsRecordedOnce()
    {
        await _host.SendAsync(Paid());
        var twin = StripeEvents.Event("checkout.session.completed", StripeEvents.Session(), "evt_2");

        Assert.Equal("200 Known already.", await _host.SendAsync(twin));
        Assert.Equal(new Totals(Given.Campaign, "usd", 5000, 1, 0), await _host.TotalsAsync());
    }

    [Fact]
    public async Task BankDebitCountsWhenItSucceeds()
    {
        var pending = StripeEvents.Event("checkout.session.completed", StripeEvents.Session(status: "unpaid"));
        var failed = StripeEvents.Event("checkout.session.async_payment_failed", StripeEvents.Session(status: "unpaid"));
        Assert.Equal("200 Ignored: it is not paid yet.", await _host.SendAsync(pending));
        Assert.Equal("200 Ignored: it moves no money of ours.", await _host.SendAsync(failed));
        Assert.Empty(await _host.GiftsAsync());

        var succeeded = StripeEvents.Event("checkout.session.async_payment_succeeded", StripeEvents.Session());
        Assert.Equal("200 Recorded.", await _host.SendAsync(succeeded));
    }

    [Fact]
    public async Task EachMonthIsASeparateGift()
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
        "200 Ignored: a single gift counts when its session is paid.",
        await _host.SendAsync(StripeEvents.Event("invoice.paid", StripeEvents.Invoice(monthly: false))));

    [Fact]
    public async Task InvoicePaidByCheckIsNoGiftOfStripes()
    {
        var invoice = StripeEvents.Invoice();
        invoice["amount_paid_off_stripe"] = 5000;

        Assert.Equal("200 Ignored: it was paid outside of Stripe.", await _host.SendAsync(StripeEvents.Event("invoice.paid", invoice)));
    }

    /// <summary>An invoice can be paid some moments before its payment is, and a part of it can be paid by check.</summary>
    [Fact]
    public async Task InvoiceWhosePaymentIsNotShownYetIsSentAgain()
    {
        var invoice = StripeEvents.Invoice(amount: 9000);
        invoice["amount_paid_off_stripe"] = 1000;
        var stripeEvent = StripeEvents.Event("invoice.paid", invoice);

        Assert.Equal("503 Not stored; send it again.", await _host.SendAsync(stripeEvent));
        Assert.Contains(
            "Error: Stripe's event evt_1 (invoice.paid) is not stored yet, and Stripe will send it again: "
            + "Stripe does not show all payments of its invoice yet", _host.Log.Lines);
        _host.Stripe.Payments.Add(new("in_1", "pi_1", 5000));
        Assert.Equal("503 Not stored; send it again.", await _host.SendAsync(stripeEvent));
        Assert.Equal(5000, (await _host.TotalsAsync()).Raised);
        _host.Stripe.Payments.Add(new("in_1", "pi_2", 3000));

        Assert.Equal("200 Recorded.", await _host.SendAsync(stripeEvent));
        Assert.Equal("200 Known already.", await _host.SendAsync(stripeEvent));
        Assert.Equal(new Totals(Given.Campaign, "usd", 8000, 2, 0), await _host.TotalsAsync());
    }

    [Fact]
    public async Task RefundLowersTheTotal()
    {
        await _host.SendAsync(Paid());

        Assert.Equal("200 Recorded.", await _host.SendAsync(StripeEvents.Event("refund.created", StripeEvents.Refund(1000))));

        Assert.Equal(new Totals(Given.Campaign, "usd", 4000, 1, 0), await _host.TotalsAsync());
    }

    [Theory]
    [InlineData("evt_first")]
    [InlineData("evt_twin")]
    public async Task SameRefundTwiceLowersTheTotalOnce(string second)
    {
        await _host.SendAsync(Paid());

        await _host.SendAsync(StripeEvents.Event("refund.created", StripeEvents.Refund(1000), "evt_first"));
        Assert.Equal("200 Known already.", await _host.SendAsync(StripeEvents.Event("refund.created", StripeEvents.Refund(1000), second)));

        Assert.Equal(new Totals(Given.Campaign, "usd", 4000, 1, 0), await _host.TotalsAsync());
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
        var opened = StripeEvents.Event("charge.dispute.created", StripeEvents.Dispute(5000, "needs_response"));
        var lost = StripeEvents.Event("charge.dispute.closed", StripeEvents.Dispute(5000, "lost"), "evt_2");
        var reinstated = StripeEvents.Event("charge.dispute.funds_reinstated", StripeEvents.Dispute(5000, "won"), "evt_3");

        Assert.Equal("200 Ignored: it moves no money of ours.", await _host.SendAsync(opened));
        Assert.Equal("200 Recorded.", await _host.SendAsync(lost));
        Assert.Equal(new Totals(Given.Campaign, "usd", 0, 0, 0), await _host.TotalsAsync());

        Assert.Equal("200 Recorded.", await _host.SendAsync(reinstated));
        Assert.Equal(new Totals(Given.Campaign, "usd", 5000, 1, 0), await _host.TotalsAsync());
    }

    /// <summary>Each part that comes back has a separate event, and the ledger already knows that something came back.</summary>
    [Fact]
    public async Task LostDisputeThatComesBackInPartsIsCountedInFull()
    {
        await _host.SendAsync(Paid());
        await _host.SendAsync(StripeEvents.Event("charge.dispute.closed", StripeEvents.Dispute(5000, "lost")));

        foreach (var (id, returned, raised) in ((string, long[], long)[])
            [("evt_2", [2000], 2000), ("evt_3", [2000, 1000], 3000), ("evt_4", [2000, 1000, 2000], 5000)])
        {
            var dispute = StripeEvents.Moved(StripeEvents.Dispute(5000, "lost"), "usd", [-5000, .. returned]);
            var stripeEvent = StripeEvents.Event("charge.dispute.funds_reinstated", dispute, id);
            Assert.StartsWith("200 ", await _host.SendAsync(stripeEvent), StringComparison.Ordinal);
            Assert.Equal(raised, (await _host.TotalsAsync()).Raised);
        }
    }

    [Fact]
    public async Task LostDisputeOfAGiftThatWasRefundedBeforeTakesNothingMore()
    {
        await _host.SendAsync(Paid());
        await _host.SendAsync(StripeEvents.Event("refund.created", StripeEvents.Refund(5000)));

        Assert.Equal("200 Ignored: the dispute withdrew nothing.", await _host.SendAsync(
            StripeEvents.Event("charge.dispute.closed", StripeEvents.Moved(StripeEvents.Dispute(5000, "lost"), "usd"))));

        var gift = Assert.Single(await _host.GiftsAsync());
        Assert.Equal(0, gift.Standing);
        Assert.Empty(gift.Differences);
    }

    [Theory]
    [InlineData(5000, "usd", new long[0])]
    [InlineData(3500, "usd", new long[] { -1500 })]
    [InlineData(0, "usd", new long[] { -5000 })]
    // Our balance is kept in another currency: what was disputed has to do.
    [InlineData(0, "eur", new long[] { -4612 })]
    public async Task LostDisputeTakesWhatWasWithdrawn(long raised, string currency, long[] moved)
    {
        await _host.SendAsync(Paid());

        var answer = await _host.SendAsync(
            StripeEvents.Event("charge.dispute.closed", StripeEvents.Moved(StripeEvents.Dispute(5000, "lost"), currency, moved)));

        Assert.StartsWith("200 ", answer, StringComparison.Ordinal);
        Assert.Equal(raised, (await _host.TotalsAsync()).Raised);
    }

    [Fact]
    public async Task DisputeThatIsWonAndThenLostTakesTheGift()
    {
        await _host.SendAsync(Paid());
        await _host.SendAsync(StripeEvents.Event("charge.dispute.closed", StripeEvents.Dispute(5000, "won"), "evt_2"));

        var lost = StripeEvents.Moved(StripeEvents.Dispute(5000, "lost"), "usd", -5000, 5000, -5000);
        Assert.Equal("200 Recorded.", await _host.SendAsync(StripeEvents.Event("charge.dispute.closed", lost, "evt_3")));

        Assert.Equal(0, (await _host.TotalsAsync()).Raised);
    }

    [Fact]
    public async Task WonDisputeChangesNothing()
    {
        await _host.SendAsync(Paid());
        await _host.SendAsync(StripeEvents.Event("charge.dispute.closed", StripeEvents.Dispute(5000, "won")));

        Assert.Equal(new Totals(Given.Campaign, "usd", 5000, 1, 0), await _host.TotalsAsync());
        var warning = StripeEvents.Dispute(5000, "warning_closed", "du_2");
        Assert.Equal(
            "200 Ignored: the dispute is not lost.",
            await _host.SendAsync(StripeEvents.Event("charge.dispute.closed", warning, "evt_3")));
    }

    [Theory]
    [InlineData("checkout.session.completed")]
    [InlineData("invoice.paid")]
    [InlineData("refund.created")]
    [InlineData("charge.dispute.closed")]
    public async Task OtherProgramsOnTheAccountLeaveNoEntry(string type)
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

        Assert.Equal(
            "200 Ignored: it belongs to another program on the same account.",
            await _host.SendAsync(StripeEvents.Event(type, subject)));

        Assert.Empty(await _host.GiftsAsync());
    }

    [Theory]
    [InlineData("checkout.session.completed")]
    [InlineData("invoice.paid")]
    [InlineData("refund.created")]
    [InlineData("charge.dispute.closed")]
    public async Task NothingIsLostWhileStripeIsDown(string type)
    {
        _host.Stripe.IsDown = true;
        var stripeEvent = StripeEvents.Event(type, type switch
        {
            "checkout.session.completed" => StripeEvents.Session(),
            "invoice.paid" => StripeEvents.Invoice(),
            "refund.created" => StripeEvents.Refund(1000),
            _ => StripeEvents.Dispute(1000, "lost"),
        });

        Assert.Equal("503 Not stored; send it again.", await _host.SendAsync(stripeEvent));
        Assert.Contains($"Error: Stripe's event evt_1 ({type}) is not stored yet, and Stripe will send it again: "
            + "Stripe did not answer (status 500, no code, request none)", _host.Log.Lines);

        _host.Stripe.IsDown = false;
        _host.Stripe.Intents["pi_1"] = StripeEvents.Metadata();
        _host.Stripe.Payments.Add(new("in_1", "pi_1", 5000));
        Assert.Equal("200 Recorded.", await _host.SendAsync(stripeEvent));
    }

    [Fact]
    public async Task RateLimitAtStripeStopsFurtherRequests()
    {
        _host.Stripe.Status = 429;
        var stripeEvent = Paid();

        Assert.Equal("503 Not stored; send it again.", await _host.SendAsync(stripeEvent));
        Assert.Equal("503 Not stored; send it again.", await _host.SendAsync(stripeEvent));

        Assert.Single(_host.Stripe.Requests);
    }

    /// <summary>A proxy between Stripe and us waits for less than a minute.</summary>
    [Fact]
    public async Task StripeThatDoesNotAnswerIsWaitedForNoLongerThanTwentySeconds()
    {
        var (silent, clock) = (new TaskCompletionSource(), new FakeTimeProvider(DateTimeOffset.UtcNow));
        await using var host = await WebhookHost.StartAsync(clock: clock);
        host.Stripe.Answering = silent.Task;
        var sending = host.SendAsync(Paid());
        while (host.Stripe.Requests.IsEmpty) await Task.Delay(20);

        clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal("503 Not stored; send it again.", await sending);
        Assert.Contains(host.Log.Lines, line => line.EndsWith("send it again: no answer within 20 seconds", StringComparison.Ordinal));
        silent.SetResult();
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
