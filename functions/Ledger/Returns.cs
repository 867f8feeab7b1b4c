using System.Collections.Immutable;
using Advocacy.Content.Giving;

namespace Advocacy.Functions.Ledger;

/// <summary>What went back of one settled gift, and what of it does not fit the gift.</summary>
/// <remarks>
/// A sum in another currency cannot be converted: Stripe does it at a rate of its own, on another day. While such a sum is gone, nothing of
/// the gift is certain, and we never show money that we may not have.
/// </remarks>
/// <param name="Sum">In whole minor units of the gift's currency.</param>
/// <param name="IsCertain">Whether all that went back is in the gift's currency.</param>
/// <param name="Differences">One sentence each, with ids and sums.</param>
internal sealed record Returns(long Sum, bool IsCertain, ImmutableArray<string> Differences)
{
    public static Returns Of(Settled gift, ImmutableArray<Fact> facts)
    {
        var parts = Refunds(gift, facts).Concat(Disputes(gift, facts)).ToArray();
        var sum = parts.Where(part => part.Currency == gift.Currency).Sum(part => part.Amount);
        var isCertain = parts.All(part => part.Currency == gift.Currency || part.Amount == 0);
        return new(sum, isCertain, [.. parts.SelectMany(part => part.Differences), .. Excess(sum, gift)]);
    }

    private static IEnumerable<Part> Refunds(Settled gift, ImmutableArray<Fact> facts)
    {
        var failed = facts.OfType<RefundFailed>().Select(refund => refund.Refund).ToHashSet();
        return facts.OfType<Refunded>().Where(refund => !failed.Contains(refund.Refund))
            .Select(refund => (refund.Refund, Part: new Part(refund.Amount, refund.Currency ?? gift.Currency, [])))
            .Select(refund => Foreign(refund.Part, gift, $"refund {refund.Refund} is {refund.Part}"));
    }

    private static IEnumerable<Part> Disputes(Settled gift, ImmutableArray<Fact> facts)
    {
        var reinstated = facts.OfType<DisputeReinstated>().ToDictionary(back => back.Dispute);
        return facts.OfType<DisputeLost>().Select(lost => Dispute(lost, reinstated.GetValueOrDefault(lost.Dispute), gift));
    }

    private static Part Dispute(DisputeLost lost, DisputeReinstated? back, Settled gift)
    {
        var taken = new Part(lost.Amount, lost.Currency ?? gift.Currency, []);
        var left = back switch
        {
            null => taken,
            { Amount: null } => taken with { Amount = 0 },
            // Counted as if nothing had come back, until all of it has.
            { Amount: { } amount, Currency: { } currency } when currency != taken.Currency =>
                taken with { Differences = [$"dispute {lost.Dispute} took {taken} and gave back {Written(amount, currency)}"] },
            { Amount: { } amount } when amount > taken.Amount => taken with
            {
                Amount = 0,
                Differences = [$"dispute {lost.Dispute} gave back {Written(amount - taken.Amount, taken.Currency)} more than it took"],
            },
            { Amount: { } amount } => taken with { Amount = taken.Amount - amount },
        };
        return left.Amount == 0 ? left : Foreign(left, gift, $"dispute {lost.Dispute} took {taken}");
    }

    private static Part Foreign(Part part, Settled gift, string what) => part.Currency == gift.Currency
        ? part
        : part with { Differences = [.. part.Differences, $"{what}, and the gift was in {gift.Currency.ToUpperInvariant()}"] };

    private static IEnumerable<string> Excess(long sum, Settled gift) =>
        sum > gift.Amount ? [$"{Written(sum - gift.Amount, gift.Currency)} more went back than was given"] : [];

    private static string Written(long amount, string currency) => new Money(amount, currency.ToUpperInvariant()).ToString();

    /// <summary>What one refund or dispute took and has not given back.</summary>
    private sealed record Part(long Amount, string Currency, ImmutableArray<string> Differences)
    {
        public override string ToString() => Written(Amount, Currency);
    }
}
