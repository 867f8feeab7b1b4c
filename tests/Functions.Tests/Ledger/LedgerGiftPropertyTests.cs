using System.Collections.Immutable;
using Advocacy.Functions.Ledger;
using Advocacy.TestKit.Ledger;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Advocacy.Tests.Functions.Ledger;

/// <summary>What a gift counts for, whatever happened to it, in whatever order and however often the ledger receives each fact.</summary>
public sealed class LedgerGiftPropertyTests
{
    private static readonly Arbitrary<Fact[]> _facts = ArbitraryFacts.Of("pi_1");

    [Property(MaxTest = 1000)]
    public Property IsTheSameInAnyOrderOfFacts(int seed) => Prop.ForAll(_facts, facts =>
    {
        var shuffled = facts.Concat(facts.Where((_, index) => index % 2 == 0)).ToArray();
        new Random(seed).Shuffle(shuffled);
        return FactText.Of(GiftOf(facts).Facts) == FactText.Of(GiftOf(shuffled).Facts);
    });

    [Property(MaxTest = 1000)]
    public Property CountsForWhatTheRulesSay() => Prop.ForAll(_facts, facts =>
    {
        var gift = GiftOf(facts);
        return gift.Standing == Math.Max(0, Left(gift.Facts) ?? 0) && gift.Standing is >= 0 and <= 5000;
    });

    [Property(MaxTest = 1000)]
    public Property IsNeverReducedWithoutAReport() => Prop.ForAll(_facts, facts =>
    {
        var gift = GiftOf(facts);
        return Left(gift.Facts) is >= 0 || gift.Differences is not [];
    });

    [Property(MaxTest = 1000)]
    public Property TotalsFollowFromTheGift() => Prop.ForAll(_facts, facts =>
    {
        var (known, raised, gifts) = (LedgerGift.Unknown("pi_1"), 0L, 0);
        foreach (var fact in facts)
        {
            var next = known.With(fact);
            foreach (var movement in Movement.Between(known, next))
                (raised, gifts) = (raised + movement.Raised, gifts + movement.Gifts);
            known = next;
        }
        return raised == known.Standing && gifts == (known.Standing > 0 ? 1 : 0);
    });

    private static LedgerGift GiftOf(IEnumerable<Fact> facts) =>
        facts.Aggregate(LedgerGift.Unknown("pi_1"), (gift, fact) => gift.With(fact));

    /// <summary>The rules once more, as a bookkeeper would go through the entries.</summary>
    /// <returns>Null where it is not certain; below zero where more went back than was given.</returns>
    private static long? Left(ImmutableArray<Fact> facts)
    {
        if (!facts.Any(fact => fact is Settled)) return 0;
        var left = 5000L;
        foreach (var fact in facts)
        {
            switch (fact)
            {
                case Refunded refund when !facts.OfType<RefundFailed>().Any(failed => failed.Refund == refund.Refund):
                    if (refund.Currency is not (null or "usd")) return null;
                    left -= refund.Amount;
                    break;
                case DisputeLost lost:
                    var (taken, currency) = (lost.Amount, lost.Currency ?? "usd");
                    if (facts.OfType<DisputeReinstated>().FirstOrDefault(back => back.Dispute == lost.Dispute) is { } reinstated)
                    {
                        if (reinstated.Amount is not { } amount) taken = 0;
                        else if (reinstated.Currency is null || reinstated.Currency == currency) taken -= Math.Min(taken, amount);
                    }
                    if (taken > 0 && currency != "usd") return null;
                    left -= taken;
                    break;
            }
        }
        return left;
    }
}
