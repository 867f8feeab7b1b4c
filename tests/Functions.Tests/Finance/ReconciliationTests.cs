using System.Net;
using System.Text.Json.Nodes;
using Advocacy.Functions.Ledger;
using Advocacy.Preview.FunctionsHost;
using Advocacy.TestKit.Functions;
using Advocacy.TestKit.Ledger;
using Advocacy.TestKit.Stripe;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Advocacy.Tests.Functions.Finance;

public sealed class ReconciliationTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(Given.Noon.AddHours(2));
    private WebhookHost _host = null!;

    public async Task InitializeAsync() => _host = await WebhookHost.StartAsync(clock: _clock);

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task EventsThatNeverArrivedAreAddedOnce()
    {
        for (var i = 0; i < 25; i++)
        {
            var session = StripeEvents.Session($"pi_{i}");
            Happened(StripeEvents.Event("checkout.session.completed", session, $"evt_{i}", Given.Noon.AddSeconds(i)));
        }
        Happened(StripeEvents.Event("refund.created", StripeEvents.Refund(1000, gift: "pi_3"), "evt_r"));
        Happened(StripeEvents.Event("invoice.paid", StripeEvents.Invoice(amount: 700), "evt_i"));
        _host.Stripe.Payments.Add(new("in_1", "pi_month", 700));
        _host.Stripe.Intents["pi_3"] = StripeEvents.Metadata();
        await _host.Ledger.RecordAsync(Given.Gift("pi_7"), CancellationToken.None);

        Assert.Equal("Reconcile was called.", await ReconcileAsync());
        Assert.Equal(new Totals(Given.Campaign, "usd", (25 * 5000) - 1000 + 700, 26, 0), await _host.TotalsAsync());
        Assert.Equal(["Information: Reconciled with Stripe: 27 events examined, 26 facts added, 0 unexplained"], Reports());

        await ReconcileAsync();
        Assert.Equal(new Totals(Given.Campaign, "usd", (25 * 5000) - 1000 + 700, 26, 0), await _host.TotalsAsync());
    }

    /// <summary>Most events that Stripe lists can be no gift: a busy account must not cost a request for each, every hour.</summary>
    [Fact]
    public async Task ListedEventsThatCanBeNoGiftCauseNoRequest()
    {
        Happened(StripeEvents.Event("checkout.session.completed", StripeEvents.Session(metadata: []), "evt_foreign"));
        Happened(StripeEvents.Event("checkout.session.completed", StripeEvents.Session(mode: "subscription"), "evt_monthly"));
        Happened(StripeEvents.Event("invoice.paid", StripeEvents.Invoice(metadata: []), "evt_foreign_month"));
        Happened(StripeEvents.Event("invoice.paid", StripeEvents.Invoice(monthly: false), "evt_once"));

        await ReconcileAsync();

        Assert.DoesNotContain(_host.Stripe.Requests, request => request.Contains("/sessions/", StringComparison.Ordinal)
            || request.Contains("/invoices/", StringComparison.Ordinal));
        Assert.Equal("Information: Reconciled with Stripe: 4 events examined, 0 facts added, 0 unexplained", Reports()[^1]);
    }

    [Fact]
    public async Task NextRunBeginsAnHourBeforeTheLast()
    {
        await ReconcileAsync();
        Assert.Equal(_clock.GetUtcNow(), await _host.Ledger.ReconciledAsync(CancellationToken.None));
        _host.Stripe.Requests.Clear();

        _clock.Advance(TimeSpan.FromHours(5));
        await ReconcileAsync();

        AssertEventsListedSince(Given.Noon.AddHours(1));
    }

    [Fact]
    public async Task FirstRunBeginsWhereStripesListOfEventsDoes()
    {
        await ReconcileAsync();

        AssertEventsListedSince(_clock.GetUtcNow().AddDays(-30));
    }

    [Fact]
    public async Task FeesAndPayoutsAreFilledIn()
    {
        await RecordAsync(Given.Gift("pi_1"), Given.Gift("pi_2"), Given.Gift("pi_3"));
        _host.Stripe.BalanceTransactions.AddRange(
            [Transaction("pi_1", "po_1"), Transaction("pi_2", null, "payment"), Transaction("pi_foreign", "po_1")]);
        _host.Stripe.Payouts.AddRange([Payout("po_1", automatic: true), Payout("po_2", automatic: false)]);

        await ReconcileAsync();

        var gifts = await _host.GiftsAsync();
        Assert.Equal(
            ["pi_1 175 4825 po_1", "pi_2 175 4825 ", "pi_3   "],
            gifts.Select(gift => $"{gift.Id} {gift.Fee?.Fee} {gift.Fee?.Net} {gift.Payout?.Payout}"));
        Assert.DoesNotContain(_host.Stripe.Requests, request => request.Contains("po_2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FeesOfDisputesAreFilledInOnceHoweverOldTheGiftIs()
    {
        await RecordAsync(Given.Gift("pi_1", at: Given.Noon.AddDays(-100)));
        _host.Stripe.BalanceTransactions.AddRange(
            [Adjustment("pi_1", 1500), Adjustment("pi_foreign", 1500), Adjustment("pi_1", 0, "txn_none")]);

        await ReconcileAsync();
        await ReconcileAsync();

        Assert.Equal(1500, (await _host.Ledger.FindAsync("pi_1", CancellationToken.None))!.DisputeFees("usd"));
        Assert.Null(await _host.Ledger.FindAsync("pi_foreign", CancellationToken.None));
        var summaries = Reports().Where(line => line.StartsWith("Information", StringComparison.Ordinal));
        Assert.Equal(["1 facts added", "0 facts added"], summaries.Select(line => line.Split(", ")[1]));
    }

    [Fact]
    public async Task FeesOfADisputeAreKeptApartByTransactionAndCurrency()
    {
        await RecordAsync(Given.Gift("pi_1"));
        _host.Stripe.BalanceTransactions.AddRange(
        [
            Adjustment("pi_1", 1500, "txn_1"), Adjustment("pi_1", 250, "txn_2"),
            Adjustment("pi_1", -1500, "txn_3"), Adjustment("pi_1", 1400, "txn_4", "eur"),
        ]);

        await ReconcileAsync();
        await ReconcileAsync();

        var gift = (await _host.Ledger.FindAsync("pi_1", CancellationToken.None))!;
        Assert.Equal((250, 1400, 0), (gift.DisputeFees("usd"), gift.DisputeFees("eur"), gift.DisputeFees("gbp")));
        Assert.Equal(5000, gift.Standing);
    }

    [Fact]
    public async Task UnexplainedEventIsReportedUntilItIsExplained()
    {
        var stripeEvent = StripeEvents.Event("checkout.session.completed", StripeEvents.Session());
        stripeEvent["data"]!["object"]!["amount_total"] = null;
        Happened(stripeEvent);
        await ReconcileAsync();
        _clock.Advance(TimeSpan.FromDays(2));
        await ReconcileAsync();

        const string Reason = "Error: Reconciling cannot explain evt_1 (checkout.session.completed): its session has no amount";
        const string Summary = "Information: Reconciled with Stripe: 1 events examined, 0 facts added, 1 unexplained";
        Assert.Equal([Reason, Summary, Reason, Summary], Reports());

        stripeEvent["data"]!["object"]!["amount_total"] = 5000;
        _host.Stripe.Knows(stripeEvent);
        await ReconcileAsync();
        Assert.Equal(new Totals(Given.Campaign, "usd", 5000, 1, 0), await _host.TotalsAsync());
        Assert.Equal(_clock.GetUtcNow(), await _host.Ledger.ReconciledAsync(CancellationToken.None));
    }

    [Fact]
    public async Task RefundWhoseGiftNeverSettlesIsReported()
    {
        await RecordAsync(Given.Refund(1000));
        await ReconcileAsync();
        Assert.Equal("Information: Reconciled with Stripe: 0 events examined, 0 facts added, 0 unexplained", Reports()[^1]);

        _clock.Advance(TimeSpan.FromDays(4));
        await ReconcileAsync();

        Assert.Equal("Error: Reconciling cannot explain pi_1: refund:re_1, but it never settled", Reports()[^2]);
    }

    [Fact]
    public async Task GiftsThatCannotBeReadAreReportedAndTheOthersCompared()
    {
        var settled = _clock.GetUtcNow().AddHours(-1);
        await RecordAsync(Given.Gift("pi_1", at: settled), Given.Gift("pi_2", at: settled), Given.Refund(1, "re_3", "pi_3"));
        await _host.DamageAsync("pi_1");
        await _host.DamageAsync("pi_3");
        Happened(StripeEvents.Event("refund.created", StripeEvents.Refund(1000), "evt_1"));
        Happened(StripeEvents.Event("checkout.session.completed", StripeEvents.Session("pi_4"), "evt_4"));

        await ReconcileAsync();

        Assert.Equal(
            [
                "Error: Reconciling cannot explain evt_1 (refund.created): "
                    + "What the ledger keeps of pi_1 cannot be read; restore it from a backup.",
                "Error: Reconciling cannot explain pi_1: What the ledger keeps of pi_1 cannot be read; restore it from a backup.",
                "Error: Reconciling cannot explain pi_3: What the ledger keeps of pi_3 cannot be read; restore it from a backup.",
                "Information: Reconciled with Stripe: 2 events examined, 1 facts added, 3 unexplained",
            ],
            Reports());
        Assert.Equal(15000, (await _host.TotalsAsync()).Raised);
    }

    [Fact]
    public async Task EventsListedInAnotherVersionAreRequestedInOurs()
    {
        var stripeEvent = StripeEvents.Event("checkout.session.completed", StripeEvents.Session(amount: 1));
        stripeEvent["api_version"] = "2020-08-27";
        Happened(stripeEvent);
        _host.Stripe.Knows(StripeEvents.Event("checkout.session.completed", StripeEvents.Session()));

        await ReconcileAsync();

        Assert.Equal(new Totals(Given.Campaign, "usd", 5000, 1, 0), await _host.TotalsAsync());
    }

    [Fact]
    public async Task StripeThatIsDownLeavesTheMarkWhereItWas()
    {
        await ReconcileAsync();
        var mark = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromHours(1));
        _host.Stripe.IsDown = true;

        Assert.StartsWith("Reconcile failed: ", await ReconcileAsync(), StringComparison.Ordinal);

        Assert.Equal(mark, await _host.Ledger.ReconciledAsync(CancellationToken.None));
        Assert.Contains(
            "Error: Not reconciled, and tried again in an hour: Stripe did not answer (status 500, no code, request none)",
            _host.Log.Lines);
    }

    [Fact]
    public async Task EventWhoseObjectCannotBeReadIsReportedAndTheOthersCompared()
    {
        var broken = StripeEvents.Event("checkout.session.completed", StripeEvents.Session("pi_9"), "evt_9");
        broken["data"]!["object"]!["amount_total"] = "many";
        Happened(broken);
        Happened(StripeEvents.Event("checkout.session.completed", StripeEvents.Session(), at: Given.Noon.AddMinutes(1)));

        Assert.Equal("Reconcile was called.", await ReconcileAsync());

        Assert.Equal(
            [
                "Error: Reconciling cannot explain evt_9 (checkout.session.completed): "
                    + "Stripe's answer about cs_test_pi_9 cannot be used (status 200, no code, request none)",
                "Information: Reconciled with Stripe: 2 events examined, 1 facts added, 1 unexplained",
            ],
            Reports());
        Assert.Equal(Given.Noon, await _host.Ledger.ReconciledAsync(CancellationToken.None));
    }

    [Fact]
    public async Task StripeThatLimitsOurRateStopsTheRun()
    {
        Happened(StripeEvents.Event("checkout.session.completed", StripeEvents.Session()));
        _host.Stripe.Status = 429;

        Assert.StartsWith("Reconcile failed: ", await ReconcileAsync(), StringComparison.Ordinal);
        Assert.Contains(
            "Error: Not reconciled, and tried again in an hour: Stripe did not answer (status 429, no code, request none)",
            _host.Log.Lines);
    }

    [Fact]
    public async Task InvoiceWhosePaymentIsNeverShownIsReportedAfterAnHour()
    {
        Happened(StripeEvents.Event("invoice.paid", StripeEvents.Invoice(), "evt_i", _clock.GetUtcNow().AddMinutes(-30)));
        await ReconcileAsync();
        Assert.Equal(["Information: Reconciled with Stripe: 1 events examined, 0 facts added, 0 unexplained"], Reports());

        _clock.Advance(TimeSpan.FromHours(1));
        await ReconcileAsync();

        Assert.Equal(
            "Error: Reconciling cannot explain evt_i (invoice.paid): Stripe does not show all payments of its invoice yet", Reports()[^2]);
    }

    [Fact]
    public async Task DifferencesOfOldGiftsAreReportedInTurn()
    {
        Fact[] old =
        [
            Given.Gift("pi_1", at: _clock.GetUtcNow().AddDays(-200)), Given.Refund(6000),
            Given.Gift("pi_2", at: _clock.GetUtcNow().AddDays(-600)), Given.Refund(7000, "re_2", "pi_2"),
        ];
        await RecordAsync(old);
        foreach (var gift in (string[])["pi_1", "pi_2"])
            _host.Stripe.Knows(StripeEvents.Event("checkout.session.completed", StripeEvents.Session(gift)));

        for (var i = 0; i < 3; i++)
        {
            await ReconcileAsync();
            _clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(
            [
                "Error: Reconciling cannot explain pi_1: 10.00 USD more went back than was given",
                "Error: Reconciling cannot explain pi_2: 20.00 USD more went back than was given",
            ],
            Reports().Where(line => line.StartsWith("Error", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task GiftWithAFeeThatStripeDoesNotKnowIsReported()
    {
        await RecordAsync(Given.Gift(), Given.Fee(175, 4825));

        await ReconcileAsync();

        Assert.Equal("Error: Reconciling cannot explain pi_1: the ledger has it, and Stripe does not know it", Reports()[0]);
    }

    [Fact]
    public async Task DisputeThatStripeCallsLostAndTheLedgerReturnedIsReported()
    {
        await RecordAsync(Given.Gift(), Given.DisputeLost(5000), Given.DisputeReinstated(), Given.Gift("pi_2"));
        await RecordAsync(Given.DisputeLost(5000, "dp_2", "pi_2"), Given.DisputeReinstated("dp_2", "pi_2"));
        _host.Stripe.Knows(StripeEvents.Event("checkout.session.completed", StripeEvents.Session()));
        _host.Stripe.Knows(StripeEvents.Event("checkout.session.completed", StripeEvents.Session("pi_2")));
        _host.Stripe.Knows(StripeEvents.Event("charge.dispute.closed", StripeEvents.Dispute(5000, "lost", "dp_1")));
        _host.Stripe.Knows(StripeEvents.Event("charge.dispute.closed", StripeEvents.Dispute(5000, "won", "dp_2", "pi_2")));

        await ReconcileAsync();

        Assert.Equal(
            ["Error: Reconciling cannot explain pi_1: Stripe calls dispute dp_1 lost, and the ledger has all of it back"],
            Reports().Where(line => line.StartsWith("Error", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task GiftThatStripeDoesNotHaveIsReported()
    {
        var justNow = _clock.GetUtcNow().AddMinutes(-59);
        await RecordAsync(Given.Gift("pi_1"), Given.Gift("pi_2"), Given.Gift("pi_3"), Given.Gift("pi_4", at: justNow));
        _host.Stripe.Knows(StripeEvents.Event("checkout.session.completed", StripeEvents.Session("pi_2", 4000)));
        _host.Stripe.Knows(StripeEvents.Event("checkout.session.completed", StripeEvents.Session("pi_3", currency: "eur")));

        await ReconcileAsync();

        Assert.Equal(
            [
                "Error: Reconciling cannot explain pi_1: the ledger has it, and Stripe does not know it",
                "Error: Reconciling cannot explain pi_2: the ledger has 50.00 usd, and Stripe 40.00",
                "Error: Reconciling cannot explain pi_3: the ledger has it in usd, and Stripe in eur",
                "Information: Reconciled with Stripe: 0 events examined, 0 facts added, 3 unexplained",
            ],
            Reports());
    }

    [Fact]
    public async Task WhatDoesNotFitAGiftIsReported()
    {
        await RecordAsync(
            Given.Gift("pi_1", at: _clock.GetUtcNow().AddDays(-100)), Given.Fee(175, 4825),
            Given.Refund(2000), Given.DisputeLost(5000),
            Given.Refund(4600, "re_9") with { Currency = "eur" });

        await ReconcileAsync();

        Assert.Contains("Error: Reconciling cannot explain pi_1: refund re_9 is 46.00 EUR, and the gift was in USD", Reports());
        Assert.Contains("Error: Reconciling cannot explain pi_1: 20.00 USD more went back than was given", Reports());
    }

    [Fact]
    public async Task RunRequestedWithTheKeySaysWhatItFound()
    {
        Happened(StripeEvents.Event("checkout.session.completed", StripeEvents.Session()));

        Assert.Equal((HttpStatusCode.Unauthorized, ""), await PostAsync("wrong"));
        Assert.Equal((HttpStatusCode.OK, """{"examined":1,"added":1,"unexplained":[]}"""), await PostAsync(_host.Key));
        _host.Stripe.IsDown = true;
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "Not reconciled: Stripe or the ledger did not answer; try again."),
            await PostAsync(_host.Key));
    }

    private async Task<(HttpStatusCode Status, string Text)> PostAsync(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_host.Address, "/api/reconcile"));
        request.Headers.Add("x-functions-key", key);
        using var answer = await _host.Http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task RecordAsync(params Fact[] facts)
    {
        foreach (var fact in facts) await _host.Ledger.RecordAsync(fact, CancellationToken.None);
    }

    private void Happened(JsonObject stripeEvent)
    {
        _host.Stripe.Knows(stripeEvent);
        _host.Stripe.Events.Add(stripeEvent);
    }

    /// <summary>As the host calls a timer.</summary>
    private Task<string> ReconcileAsync()
    {
        var timer = _host.Host.Functions.OfType<TimerFunction>().Single();
        return _host.Host.CallAsync(timer, CancellationToken.None);
    }

    private void AssertEventsListedSince(DateTimeOffset time) => Assert.Contains(
        _host.Stripe.Requests,
        request => request.StartsWith("/v1/events?", StringComparison.Ordinal)
            && request.Contains($"created[gte]={time.ToUnixTimeSeconds()}", StringComparison.Ordinal));

    private string[] Reports() => [.. _host.Log.Lines.Where(line => line.Contains("econcil", StringComparison.Ordinal))];

    private static JsonObject Transaction(string gift, string? payout, string type = "charge") => new()
    {
        ["id"] = $"txn_{gift}",
        ["object"] = "balance_transaction",
        ["amount"] = 5000,
        ["created"] = Given.Noon.ToUnixTimeSeconds(),
        ["currency"] = "usd",
        ["fee"] = 175,
        ["net"] = 4825,
        ["payout"] = payout,
        ["source"] = new JsonObject { ["id"] = $"ch_{gift}", ["object"] = "charge", ["payment_intent"] = gift },
        ["type"] = type,
    };

    private static JsonObject Adjustment(string gift, long fee, string? id = null, string currency = "usd") => new()
    {
        ["id"] = id ?? $"txn_dispute_{gift}",
        ["object"] = "balance_transaction",
        ["amount"] = -5000,
        ["created"] = Given.Noon.ToUnixTimeSeconds(),
        ["currency"] = currency,
        ["fee"] = fee,
        ["net"] = -5000 - fee,
        ["source"] = new JsonObject { ["id"] = "dp_1", ["object"] = "dispute", ["payment_intent"] = gift },
        ["type"] = "adjustment",
    };

    private static JsonObject Payout(string payout, bool automatic) => new()
    {
        ["id"] = payout,
        ["object"] = "payout",
        ["arrival_date"] = Given.Noon.AddHours(1).ToUnixTimeSeconds(),
        ["automatic"] = automatic,
        ["status"] = "paid",
    };
}
