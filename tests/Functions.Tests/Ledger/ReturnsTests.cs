using Advocacy.Functions.Ledger;
using Advocacy.TestKit.Ledger;
using Xunit;

namespace Advocacy.Tests.Functions.Ledger;

/// <summary>A gift of 50.00 USD, of which refunds and disputes took more than was given, or money in another currency.</summary>
public sealed class ReturnsTests
{
    [Fact]
    public void RefundInAnotherCurrencyLeavesNothingCertain() => AssertGift(
        0, ["refund re_1 is 46.00 EUR, and the gift was in USD"],
        Given.Refund(4600) with { Currency = "eur" });

    [Fact]
    public void RefundInAnotherCurrencyThatFailedIsNothing() => AssertGift(
        5000, [],
        Given.Refund(4600) with { Currency = "eur" }, Given.RefundFailed());

    [Fact]
    public void RefundsBeyondTheGiftAreReported() => AssertGift(
        0, ["20.00 USD more went back than was given"],
        Given.Refund(5000) with { Currency = "usd" }, Given.Refund(2000, "re_2"));

    [Fact]
    public void DisputeAboveTheGiftIsReported() => AssertGift(
        0, ["10.00 USD more went back than was given"],
        Given.DisputeLost(6000) with { Currency = "usd" });

    [Fact]
    public void DisputeAfterARefundIsReported() => AssertGift(
        0, ["50.00 USD more went back than was given"],
        Given.Refund(5000), Given.DisputeLost(5000));

    [Fact]
    public void DisputeInAnotherCurrencyLeavesNothingCertain() => AssertGift(
        0, ["dispute dp_1 took 47.00 EUR, and the gift was in USD"],
        Given.DisputeLost(4700) with { Currency = "eur" });

    [Fact]
    public void DisputeWithoutDecimalsIsWrittenWithout() => AssertGift(
        0, ["dispute dp_1 took 7100 JPY, and the gift was in USD"],
        Given.DisputeLost(7100) with { Currency = "jpy" });

    [Fact]
    public void DisputeInAnotherCurrencyGivesTheGiftBackWithItsMoney() => AssertGift(
        5000, [],
        Given.DisputeLost(4700) with { Currency = "eur" }, Given.DisputeReinstated());

    [Fact]
    public void DisputeInAnotherCurrencyGivesTheGiftBackOnceAllOfItIsThere()
    {
        var lost = Given.DisputeLost(4700) with { Currency = "eur" };
        var back = Given.DisputeReinstated() with { Amount = 4700, Currency = "eur" };

        AssertGift(0, ["dispute dp_1 took 47.00 EUR, and the gift was in USD"], lost, back with { Amount = 4699 });
        AssertGift(5000, [], lost, back);
        AssertGift(5000, [], lost, back with { Currency = null });
    }

    [Fact]
    public void PartOfADisputeThatComesBackCounts() => AssertGift(
        3000, [],
        Given.DisputeLost(5000), Given.DisputeReinstated() with { Amount = 3000, Currency = "usd" });

    [Fact]
    public void MoreThanADisputeTookCountsOnceAndIsReported() => AssertGift(
        5000, ["dispute dp_1 gave back 5.00 USD more than it took"],
        Given.DisputeLost(5000), Given.DisputeReinstated() with { Amount = 5500 });

    [Fact]
    public void DisputeThatGivesBackAnotherCurrencyStaysLost() => AssertGift(
        0, ["dispute dp_1 took 50.00 USD and gave back 46.00 EUR"],
        Given.DisputeLost(5000), Given.DisputeReinstated() with { Amount = 4600, Currency = "eur" });

    [Fact]
    public void SeveralDisputesAreEachCounted() => AssertGift(
        1500, [],
        Given.DisputeLost(2000), Given.DisputeLost(3000, "dp_2"), Given.DisputeReinstated("dp_2") with { Amount = 1500 });

    [Fact]
    public void ReinstatementOfADisputeThatWasNotLostIsNothing() => AssertGift(
        5000, [],
        Given.DisputeReinstated(), Given.DisputeReinstated("dp_2") with { Amount = 1 });

    [Fact]
    public void AllDifferencesAreReportedAtOnce() => AssertGift(
        0,
        [
            "refund re_1 is 46.00 EUR, and the gift was in USD", "dispute dp_1 gave back 1.00 USD more than it took",
            "dispute dp_2 took 10.00 EUR, and the gift was in USD", "10.00 USD more went back than was given",
        ],
        Given.Refund(4600) with { Currency = "eur" }, Given.DisputeLost(5000), Given.DisputeReinstated() with { Amount = 5100 },
        Given.DisputeLost(1000, "dp_2") with { Currency = "eur" }, Given.Refund(6000, "re_2"));

    [Fact]
    public void NothingIsReportedOfAGiftThatHasNotSettled()
    {
        var gift = LedgerGift.Unknown("pi_1").With(Given.Refund(4600) with { Currency = "eur" }).With(Given.DisputeLost(9000));

        Assert.Equal(0, gift.Standing);
        Assert.Empty(gift.Differences);
    }

    [Fact]
    public void LaterPartOfADisputeReplacesTheEarlier()
    {
        var first = Given.DisputeReinstated() with { Amount = 2000, Currency = "usd" };
        var both = Given.DisputeReinstated() with { Amount = 3000, Currency = "usd", At = Given.Noon.AddDays(1) };

        AssertGift(3000, [], Given.DisputeLost(5000), first, both);
        AssertGift(3000, [], Given.DisputeLost(5000), both, first);
        AssertGift(5000, [], Given.DisputeLost(5000), both, Given.DisputeReinstated() with { At = Given.Noon.AddDays(2) }, first);
    }

    [Fact]
    public void WhatWasWithdrawnReplacesWhatWasDisputedAndGrows()
    {
        var disputed = Given.DisputeLost(5000) with { Currency = "usd" };
        var withdrawn = Given.DisputeLost(3000) with { Currency = "usd", Withdrawn = true };
        var again = Given.DisputeLost(6000) with { Currency = "usd", Withdrawn = true };

        AssertGift(2000, [], disputed, withdrawn);
        AssertGift(2000, [], withdrawn, disputed);
        AssertGift(2000, [], again, Given.DisputeReinstated() with { Amount = 3000, Currency = "usd" }, withdrawn, disputed);
    }

    [Fact]
    public void CurrencyThatAnEarlierProgramLeftOutIsFilledIn()
    {
        var before = Given.DisputeLost(4700);
        var now = Given.DisputeLost(4700) with { Currency = "eur", At = Given.Noon.AddDays(1) };

        AssertGift(0, ["dispute dp_1 took 47.00 EUR, and the gift was in USD"], before, now);
        AssertGift(0, ["dispute dp_1 took 47.00 EUR, and the gift was in USD"], now, before);
    }

    private static void AssertGift(long standing, string[] differences, params Fact[] facts)
    {
        var gift = facts.Aggregate(LedgerGift.Unknown("pi_1").With(Given.Gift()), (known, fact) => known.With(fact));
        Assert.Equal(standing, gift.Standing);
        Assert.Equal(differences, gift.Differences);
    }
}
