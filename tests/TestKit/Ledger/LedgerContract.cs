using Advocacy.Functions.Ledger;
using Advocacy.Preview.StripeEmulator;
using FsCheck.Fluent;
using Xunit;

namespace Advocacy.TestKit.Ledger;

/// <summary>The contract of every <see cref="ILedger"/>, wherever it stores its facts.</summary>
public abstract class LedgerContract : IAsyncLifetime
{
    private const string UseAnother = "name another ledger, or use a key of that mode.";

    protected ILedger Ledger { get; private set; } = null!;

    public async Task InitializeAsync() => Ledger = await OpenAsync();

    public virtual async Task DisposeAsync() => await Ledger.DisposeAsync();

    /// <summary>Opens the same ledger, again if it was open before.</summary>
    protected abstract Task<ILedger> OpenAsync();

    /// <summary>Damages what is stored of a gift, as a broken disk does.</summary>
    protected abstract Task DamageAsync(string gift);

    [Fact]
    public async Task EmptyLedgerHasRaisedNothing() => Assert.Equal(new Totals(Given.Campaign, "usd", 0, 0, 0), await TotalsAsync());

    [Fact]
    public async Task GiftIsRecordedOnce()
    {
        Assert.True(await RecordAsync(Given.Gift()));
        Assert.False(await RecordAsync(Given.Gift()));

        Assert.Equal(new Totals(Given.Campaign, "usd", 5000, 1, 0), await TotalsAsync());
    }

    [Fact]
    public async Task GiftIsKeptWhole()
    {
        await RecordAsync(Given.Payout(), Given.Fee(175, 4825), Given.Refund(1000), Given.Gift(), Given.DisputeFee(1500));

        var gift = await Ledger.FindAsync("pi_1", CancellationToken.None);

        Assert.NotNull(gift);
        Assert.Equal<Fact>([Given.DisputeFee(1500), Given.Fee(175, 4825), Given.Gift(), Given.Payout(), Given.Refund(1000)], gift.Facts);
    }

    [Theory]
    [InlineData(true, $"LEDGER_CONNECTION names a ledger of live gifts but STRIPE_SECRET_KEY is a test key; {UseAnother}")]
    [InlineData(false, $"LEDGER_CONNECTION names a ledger of test gifts but STRIPE_SECRET_KEY is a live key; {UseAnother}")]
    public async Task KeepsTheModeOfItsFirstStart(bool isLive, string problem)
    {
        Assert.Null(await LedgerMode.ProblemAsync(Ledger, isLive, Given.Noon, CancellationToken.None));

        Assert.Equal(problem, await LedgerMode.ProblemAsync(Ledger, !isLive, Given.Noon, CancellationToken.None));
        // Refused, it has left no mark of its mode by which it would be let in the next time.
        Assert.Equal(problem, await LedgerMode.ProblemAsync(Ledger, !isLive, Given.Noon, CancellationToken.None));
        Assert.Null(await LedgerMode.ProblemAsync(Ledger, isLive, Given.Noon, CancellationToken.None));
    }

    [Fact]
    public async Task UnknownGiftIsNotFound() => Assert.Null(await Ledger.FindAsync("pi_2", CancellationToken.None));

    [Fact]
    public async Task PartialRefundsLowerTheTotalAndWholeOnesTheCountToo()
    {
        await RecordAsync(Given.Gift(), Given.Gift("pi_2", 2000), Given.Refund(1500));
        Assert.Equal(new Totals(Given.Campaign, "usd", 5500, 2, 0), await TotalsAsync());

        await RecordAsync(Given.Refund(3500, "re_2"));
        Assert.Equal(new Totals(Given.Campaign, "usd", 2000, 1, 0), await TotalsAsync());
    }

    [Fact]
    public async Task FailedRefundGivesTheMoneyBack()
    {
        await RecordAsync(Given.Gift(), Given.Refund(5000), Given.RefundFailed());

        Assert.Equal(new Totals(Given.Campaign, "usd", 5000, 1, 0), await TotalsAsync());
    }

    [Fact]
    public async Task RefundThatFailedBeforeItWasRecordedNeverCounts()
    {
        await RecordAsync(Given.RefundFailed(), Given.Refund(5000), Given.Gift());

        Assert.Equal(new Totals(Given.Campaign, "usd", 5000, 1, 0), await TotalsAsync());
    }

    [Fact]
    public async Task LostDisputeTakesTheGiftUntilItIsReinstated()
    {
        await RecordAsync(Given.Gift(), Given.DisputeLost(5000));
        Assert.Equal(new Totals(Given.Campaign, "usd", 0, 0, 0), await TotalsAsync());

        await RecordAsync(Given.DisputeReinstated());
        Assert.Equal(new Totals(Given.Campaign, "usd", 5000, 1, 0), await TotalsAsync());
    }

    [Fact]
    public async Task DisputeOfARefundedGiftTakesNoMoreThanTheGift()
    {
        await RecordAsync(Given.Gift(), Given.Gift("pi_2", 2000), Given.Refund(5000), Given.DisputeLost(5000));

        Assert.Equal(new Totals(Given.Campaign, "usd", 2000, 1, 0), await TotalsAsync());
    }

    [Fact]
    public async Task RefundBeforeItsGiftWaits()
    {
        await RecordAsync(Given.Refund(1000));
        Assert.Equal(new Totals(Given.Campaign, "usd", 0, 0, 0), await TotalsAsync());
        Assert.Equal(["pi_1"], await Ledger.WaitingAsync(CancellationToken.None).Select(gift => gift.Id).ToArrayAsync());

        await RecordAsync(Given.Gift());
        Assert.Equal(new Totals(Given.Campaign, "usd", 4000, 1, 0), await TotalsAsync());
        Assert.Empty(await Ledger.WaitingAsync(CancellationToken.None).ToArrayAsync());
    }

    [Fact]
    public async Task FeesAndPayoutsLeaveTheTotalAlone()
    {
        await RecordAsync(Given.Gift(), Given.Fee(175, 4825), Given.DisputeFee(1500), Given.Payout());

        Assert.Equal(new Totals(Given.Campaign, "usd", 5000, 1, 0), await TotalsAsync());
    }

    [Fact]
    public async Task WhatWentBackInAnotherCurrencyTakesTheGiftUntilItIsReinstated()
    {
        await RecordAsync(Given.Gift(), Given.Gift("pi_2", 2000), Given.DisputeLost(4700) with { Currency = "eur" });
        Assert.Equal(new Totals(Given.Campaign, "usd", 2000, 1, 0), await TotalsAsync());

        await RecordAsync(Given.DisputeReinstated() with { Amount = 4700, Currency = "eur" });
        Assert.Equal(new Totals(Given.Campaign, "usd", 7000, 2, 0), await TotalsAsync());
    }

    [Fact]
    public async Task TotalsAreThoseOfTheGiftsWhateverHappenedInAnyOrder()
    {
        string[] gifts = ["pi_1", "pi_2", "pi_3", "pi_4"];
        var facts = ArbitraryFacts.Of(gifts).Generator.Sample(60, 4).SelectMany(some => some).ToArray();
        await using var second = await OpenAsync();

        await Task.WhenAll(facts.Concat(facts)
            .Select((fact, index) => (index % 2 == 0 ? Ledger : second).RecordAsync(fact, CancellationToken.None)));

        var known = await Ledger.GiftsAsync(Given.Noon, Given.Noon.AddHours(1), CancellationToken.None).ToListAsync();
        var expected = gifts.ToDictionary(
            id => id, id => facts.Where(fact => fact.Gift == id).Aggregate(LedgerGift.Unknown(id), (gift, fact) => gift.With(fact)));
        Assert.All(known, gift => Assert.Equal(FactText.Of(expected[gift.Id].Facts), FactText.Of(gift.Facts)));
        var (raised, counted) = (expected.Values.Sum(gift => gift.Standing), expected.Values.Count(gift => gift.Standing > 0));
        Assert.Equal(new Totals(Given.Campaign, "usd", raised, counted, 0), await TotalsAsync());
    }

    [Fact]
    public async Task CampaignsAndCurrenciesAreCountedApart()
    {
        await RecordAsync(Given.Gift(), Given.Gift("pi_2", 100, campaign: "winter"), Given.Gift("pi_3", 10, currency: "cad"));

        Assert.Equal(new Totals(Given.Campaign, "usd", 5000, 1, 0), await TotalsAsync());
        Assert.Equal(new Totals("winter", "usd", 100, 1, 0), await Ledger.TotalsAsync("winter", "usd", null, CancellationToken.None));
        Assert.Equal(
            new Totals(Given.Campaign, "cad", 10, 1, 0),
            await Ledger.TotalsAsync(Given.Campaign, "cad", null, CancellationToken.None));
    }

    [Fact]
    public async Task WindowHoldsWhatSettledFromItsStartToBeforeItsEnd()
    {
        var (start, end) = (Given.Noon, Given.Noon.AddHours(1));
        await RecordAsync(
            Given.Gift("pi_1", 1, start.AddSeconds(-1)),
            Given.Gift("pi_2", 20, start),
            Given.Gift("pi_3", 300, end.AddSeconds(-1)),
            Given.Gift("pi_4", 4000, end),
            Given.Refund(100, gift: "pi_3"));

        var totals = await Ledger.TotalsAsync(Given.Campaign, "usd", new(start, end), CancellationToken.None);

        Assert.Equal(new Totals(Given.Campaign, "usd", 4221, 4, 220), totals);
    }

    [Fact]
    public async Task GiftRecordedTwiceKeepsTheEarlierTime()
    {
        var (start, end) = (Given.Noon, Given.Noon.AddMinutes(1));
        Assert.True(await RecordAsync(Given.Gift(at: end)));
        Assert.False(await RecordAsync(Given.Gift(at: end.AddSeconds(-1))));
        Assert.False(await RecordAsync(Given.Gift(at: end.AddSeconds(1))));

        Assert.Equal(
            new Totals(Given.Campaign, "usd", 5000, 1, 5000),
            await Ledger.TotalsAsync(Given.Campaign, "usd", new(start, end), CancellationToken.None));
    }

    [Fact]
    public async Task GiftsAreListedByTheTimeTheySettled()
    {
        await RecordAsync(
            Given.Gift("pi_c", at: Given.Noon),
            Given.Gift("pi_b", at: Given.Noon),
            Given.Gift("pi_a", at: Given.Noon.AddHours(1)),
            Given.Gift("pi_d", at: Given.Noon.AddHours(2)),
            Given.Gift("pi_e", at: Given.Noon.AddSeconds(-1)),
            Given.Refund(5, gift: "pi_x"));

        var gifts = await Ledger.GiftsAsync(Given.Noon, Given.Noon.AddHours(2), CancellationToken.None).ToArrayAsync();

        Assert.Equal(["pi_b", "pi_c", "pi_a"], gifts.Select(gift => gift.Id));
    }

    [Fact]
    public async Task WhatIsRecordedOutlivesTheProcess()
    {
        await RecordAsync(Given.Gift(), Given.Refund(1000));
        await Ledger.MarkReconciledAsync(Given.Noon, CancellationToken.None);
        await Ledger.DisposeAsync();

        Ledger = await OpenAsync();

        Assert.Equal(new Totals(Given.Campaign, "usd", 4000, 1, 0), await TotalsAsync());
        Assert.Equal(Given.Noon, await Ledger.ReconciledAsync(CancellationToken.None));
        Assert.False(await RecordAsync(Given.Gift()));
    }

    [Fact]
    public async Task DamagedGiftHoldsUpNoOther()
    {
        await RecordAsync(Given.Gift("pi_a"), Given.Gift("pi_b"), Given.Gift("pi_c"));
        await DamageAsync("pi_b");

        var recorded = await Task.WhenAll(Enumerable.Range(0, 60).Select(async n =>
        {
            var isDamaged = n % 6 == 0;
            Fact fact = isDamaged ? Given.Refund(1, $"re_{n}", "pi_b") : Given.Gift($"pi_{n}");
            var refusal = await Record.ExceptionAsync(() => Ledger.RecordAsync(fact, CancellationToken.None));
            return (IsDamaged: isDamaged, (refusal as LedgerException)?.Message);
        }));

        const string Refusal = "What the ledger keeps of pi_b cannot be read; restore it from a backup.";
        Assert.All(recorded, one => Assert.Equal(one.IsDamaged ? Refusal : null, one.Message));
        Assert.Equal(new Totals(Given.Campaign, "usd", 53 * 5000, 53, 0), await TotalsAsync());
        var listed = await Ledger.GiftsAsync(Given.Noon, Given.Noon.AddHours(1), CancellationToken.None).ToListAsync();
        Assert.Equal(53, listed.Count);
        Assert.Equal(["pi_b"], listed.Where(gift => gift.IsDamaged).Select(gift => gift.Id));
        Assert.True((await Ledger.FindAsync("pi_b", CancellationToken.None))!.IsDamaged);
    }

    [Fact]
    public async Task NothingIsReconciledAtFirst()
    {
        Assert.Null(await Ledger.ReconciledAsync(CancellationToken.None));
        Assert.Null(await Ledger.ReconcileRanAsync(CancellationToken.None));
    }

    [Fact]
    public async Task MarksAreKeptApartAndTheLastOneStands()
    {
        await Ledger.MarkReconciledAsync(Given.Noon, CancellationToken.None);
        await Ledger.MarkReconcileAwaitedAsync(Given.Noon.AddHours(-1), CancellationToken.None);
        await Ledger.MarkReconcileRanAsync(Given.Noon.AddHours(1), CancellationToken.None);
        await Ledger.MarkReconcileRanAsync(Given.Noon.AddHours(2), CancellationToken.None);

        Assert.Equal(Given.Noon, await Ledger.ReconciledAsync(CancellationToken.None));
        Assert.Equal(Given.Noon.AddHours(-1), await Ledger.ReconcileAwaitedAsync(CancellationToken.None));
        Assert.Equal(Given.Noon.AddHours(2), await Ledger.ReconcileRanAsync(CancellationToken.None));
    }

    [Fact]
    public async Task HealthyLedgerPassesItsCheck() => await Ledger.CheckAsync(CancellationToken.None);

    [Fact]
    public async Task TwoInstancesWritingAtOnceStayExact()
    {
        await using var second = await OpenAsync();
        Fact[] facts = [.. Enumerable.Range(0, 40).SelectMany(FactsOf)];
        new Random(1).Shuffle(facts);

        // Each instance gets everything, at the same time, in another order.
        var results = await Task.WhenAll(facts.Zip(facts.Reverse()).SelectMany(pair =>
            new[] { Ledger.RecordAsync(pair.First, CancellationToken.None), second.RecordAsync(pair.Second, CancellationToken.None) }));

        Assert.Equal(facts.Length, results.Count(isNew => isNew));
        Assert.Equal(new Totals(Given.Campaign, "usd", 40 * 998, 40, 0), await TotalsAsync());
        Assert.Equal(await TotalsAsync(), await second.TotalsAsync(Given.Campaign, "usd", null, CancellationToken.None));

        static Fact[] FactsOf(int i) =>
            [Given.Gift($"pi_{i}", 1000 + i), Given.Refund(i + 1, gift: $"pi_{i}"), Given.Refund(1, "re_2", $"pi_{i}")];
    }

    private async Task<bool> RecordAsync(params Fact[] facts)
    {
        var isNew = false;
        foreach (var fact in facts) isNew = await Ledger.RecordAsync(fact, CancellationToken.None);
        return isNew;
    }

    private Task<Totals> TotalsAsync() => Ledger.TotalsAsync(Given.Campaign, "usd", null, CancellationToken.None);
}
