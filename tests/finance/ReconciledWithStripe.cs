using System.Text;
using System.Text.Json.Nodes;
using Advocacy.Functions.Ledger;
using Advocacy.Tests.Ledger;
using Advocacy.Tests.Webhooks;
using Xunit;

namespace Advocacy.Tests.Finance;

public sealed class ReconciledWithStripe : IAsyncLifetime
{
    private readonly StoppedClock _clock = new(Given.Noon.AddHours(2));
    private WebhookHost _host = null!;

    public async Task InitializeAsync() => _host = await WebhookHost.StartAsync(clock: _clock);

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task EventsThatNeverArrivedAreAddedOnce()
    {
        for (var i = 0; i < 25; i++)
            _host.Stripe.Events.Add(StripeEvents.Event("checkout.session.completed", StripeEvents.Session($"pi_{i}"), $"evt_{i}", Given.Noon.AddSeconds(i)));
        _host.Stripe.Events.Add(StripeEvents.Event("refund.created", StripeEvents.Refund(1000, gift: "pi_3"), "evt_r"));
        _host.Stripe.Events.Add(StripeEvents.Event("invoice.paid", StripeEvents.Invoice(), "evt_i"));
        _host.Stripe.Payments.Add(new("in_1", "pi_month", 700));
        _host.Stripe.Intents["pi_3"] = StripeEvents.Metadata();
        await _host.Ledger.RecordAsync(Given.Gift("pi_7"), CancellationToken.None);

        Assert.Equal("""200 application/json {"Outputs":{},"Logs":[],"ReturnValue":null}""", await ReconcileAsync());
        Assert.Equal(new Totals(Given.Campaign, "usd", (25 * 5000) - 1000 + 700, 26, 0), await _host.TotalsAsync());
        Assert.Equal(["Information: Reconciled with Stripe: 27 events examined, 26 facts added, 0 unexplained"], Reports());

        await ReconcileAsync();
        Assert.Equal(new Totals(Given.Campaign, "usd", (25 * 5000) - 1000 + 700, 26, 0), await _host.TotalsAsync());
    }

    [Fact]
    public async Task NextTimeBeginsAnHourBeforeTheLast()
    {
        await ReconcileAsync();
        Assert.Equal(_clock.Now, await _host.Ledger.ReconciledAsync(CancellationToken.None));
        _host.Stripe.Questions.Clear();

        _clock.Now += TimeSpan.FromHours(5);
        await ReconcileAsync();

        var since = Given.Noon.AddHours(1).ToUnixTimeSeconds();
        Assert.Contains(_host.Stripe.Questions, asked => asked.StartsWith("/v1/events?", StringComparison.Ordinal) && asked.Contains($"created[gte]={since}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FirstTimeBeginsWhereStripesMemoryDoes()
    {
        await ReconcileAsync();

        var since = _clock.Now.AddDays(-30).ToUnixTimeSeconds();
        Assert.Contains(_host.Stripe.Questions, asked => asked.StartsWith("/v1/events?", StringComparison.Ordinal) && asked.Contains($"created[gte]={since}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FeesAndPayoutsAreFilledIn()
    {
        await RecordAsync(Given.Gift("pi_1"), Given.Gift("pi_2"), Given.Gift("pi_3"));
        _host.Stripe.BalanceTransactions.AddRange([Transaction("pi_1", "po_1"), Transaction("pi_2", null, "payment"), Transaction("pi_foreign", "po_1")]);
        _host.Stripe.Payouts.AddRange([Payout("po_1", automatic: true), Payout("po_2", automatic: false)]);

        await ReconcileAsync();

        var gifts = await _host.GiftsAsync();
        Assert.Equal(["pi_1 175 4825 po_1", "pi_2 175 4825 ", "pi_3   "], gifts.Select(gift => $"{gift.Id} {gift.Fee?.Fee} {gift.Fee?.Net} {gift.Payout?.Payout}"));
        Assert.DoesNotContain(_host.Stripe.Questions, asked => asked.Contains("po_2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FeesOfDisputesAreFilledInOnceHoweverOldTheGiftIs()
    {
        await RecordAsync(Given.Gift("pi_1", at: Given.Noon.AddDays(-100)));
        _host.Stripe.BalanceTransactions.AddRange([Adjustment("pi_1", 1500), Adjustment("pi_foreign", 1500), Adjustment("pi_1", 0, "txn_none")]);

        await ReconcileAsync();
        await ReconcileAsync();

        Assert.Equal(1500, (await _host.Ledger.FindAsync("pi_1", CancellationToken.None))!.DisputeFees("usd"));
        Assert.Null(await _host.Ledger.FindAsync("pi_foreign", CancellationToken.None));
        Assert.Equal(["1 facts added", "0 facts added"], Reports().Select(line => line.Split(", ")[1]));
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
    public async Task WhatIsNotUnderstoodIsReportedUntilItIs()
    {
        var told = StripeEvents.Event("checkout.session.completed", StripeEvents.Session());
        told["data"]!["object"]!["amount_total"] = null;
        _host.Stripe.Events.Add(told);
        await ReconcileAsync();
        _clock.Now += TimeSpan.FromDays(2);
        await ReconcileAsync();

        const string Reason = "Error: Reconciling cannot explain evt_1 (checkout.session.completed): its session has no amount";
        const string Summary = "Information: Reconciled with Stripe: 1 events examined, 0 facts added, 1 unexplained";
        Assert.Equal([Reason, Summary, Reason, Summary], Reports());

        told["data"]!["object"]!["amount_total"] = 5000;
        await ReconcileAsync();
        Assert.Equal(new Totals(Given.Campaign, "usd", 5000, 1, 0), await _host.TotalsAsync());
        Assert.Equal(_clock.Now, await _host.Ledger.ReconciledAsync(CancellationToken.None));
    }

    [Fact]
    public async Task RefundWhoseGiftNeverSettlesIsReported()
    {
        await RecordAsync(Given.Refund(1000));
        await ReconcileAsync();
        Assert.Equal("Information: Reconciled with Stripe: 0 events examined, 0 facts added, 0 unexplained", Reports()[^1]);

        _clock.Now += TimeSpan.FromDays(4);
        await ReconcileAsync();

        Assert.Equal("Error: Reconciling cannot explain pi_1: refund:re_1, but it never settled", Reports()[^2]);
    }

    [Fact]
    public async Task GiftsThatCannotBeReadAreReportedAndTheOthersCompared()
    {
        await RecordAsync(Given.Gift("pi_1", at: _clock.Now.AddHours(-1)), Given.Gift("pi_2", at: _clock.Now.AddHours(-1)), Given.Refund(1, "re_3", "pi_3"));
        await _host.DamageAsync("pi_1");
        await _host.DamageAsync("pi_3");
        _host.Stripe.Events.Add(StripeEvents.Event("refund.created", StripeEvents.Refund(1000), "evt_1"));
        _host.Stripe.Events.Add(StripeEvents.Event("checkout.session.completed", StripeEvents.Session("pi_4"), "evt_4"));

        await ReconcileAsync();

        Assert.Equal(
            [
                "Error: Reconciling cannot explain evt_1 (refund.created): What the ledger keeps of pi_1 cannot be read; restore it from a backup.",
                "Error: Reconciling cannot explain pi_1: What the ledger keeps of pi_1 cannot be read; restore it from a backup.",
                "Error: Reconciling cannot explain pi_3: What the ledger keeps of pi_3 cannot be read; restore it from a backup.",
                "Information: Reconciled with Stripe: 2 events examined, 1 facts added, 3 unexplained",
            ],
            Reports());
        Assert.Equal(15000, (await _host.TotalsAsync()).Raised);
    }

    [Fact]
    public async Task EventsListedInAnotherVersionAreAskedForInOurs()
    {
        var told = StripeEvents.Event("checkout.session.completed", StripeEvents.Session(amount: 1));
        told["api_version"] = "2020-08-27";
        _host.Stripe.Events.Add(told);
        _host.Stripe.Sessions["cs_test_pi_1"] = StripeEvents.Session();

        await ReconcileAsync();

        Assert.Equal(new Totals(Given.Campaign, "usd", 5000, 1, 0), await _host.TotalsAsync());
    }

    [Fact]
    public async Task StripeThatIsDownLeavesTheMarkWhereItWas()
    {
        await ReconcileAsync();
        var mark = _clock.Now;
        _clock.Now += TimeSpan.FromHours(1);
        _host.Stripe.IsDown = true;

        Assert.Equal("""503 application/json {"Outputs":{},"Logs":[],"ReturnValue":null}""", await ReconcileAsync());

        Assert.Equal(mark, await _host.Ledger.ReconciledAsync(CancellationToken.None));
        Assert.Contains("Error: Not reconciled, and tried again in an hour: Stripe did not answer (StripeException)", _host.Log.Lines);
    }

    private async Task RecordAsync(params Fact[] facts)
    {
        foreach (var fact in facts) await _host.Ledger.RecordAsync(fact, CancellationToken.None);
    }

    /// <summary>As the Functions host calls a timer.</summary>
    private async Task<string> ReconcileAsync()
    {
        using var envelope = new StringContent("""{"Data":{"timer":{"Schedule":{"AdjustForDST":true},"IsPastDue":false}},"Metadata":{"sys":{"MethodName":"Reconcile"}}}""", Encoding.UTF8, "application/json");
        using var answer = await _host.Http.PostAsync(new Uri(_host.Address, "/Reconcile"), envelope);
        return $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType} {await answer.Content.ReadAsStringAsync()}";
    }

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
