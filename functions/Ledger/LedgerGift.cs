using System.Collections.Immutable;
using System.Text.Json;

namespace Advocacy.Functions.Ledger;

/// <summary>All that the ledger knows of one gift, and what follows from it.</summary>
/// <param name="Id">The id of its PaymentIntent.</param>
/// <param name="Facts">In the order of their keys.</param>
public sealed record LedgerGift(string Id, ImmutableArray<Fact> Facts)
{
    public static LedgerGift Unknown(string id) => new(id, []);

    /// <summary>Whether what the ledger keeps of it cannot be read. It has no facts then.</summary>
    public bool IsDamaged { get; private init; }

    /// <summary>As it was stored, readable or not.</summary>
    internal static LedgerGift Stored(string id, Func<ImmutableArray<Fact>> read)
    {
        try
        {
            return new(id, read());
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return Unknown(id) with { IsDamaged = true };
        }
    }

    /// <summary>
    /// The gift with one more fact: the same instance where that changes nothing. Of two versions of one fact the first by
    /// <see cref="Precedence"/> stands.
    /// </summary>
    /// <exception cref="LedgerException">The gift is damaged.</exception>
    public LedgerGift With(Fact fact)
    {
        if (IsDamaged) throw LedgerException.Damaged(Id);
        var index = Facts.BinarySearch(fact, FactKeyComparer.Order);
        if (index < 0) return this with { Facts = Facts.Insert(~index, fact) };
        return Precedence.Order.Compare(fact, Facts[index]) < 0 ? this with { Facts = Facts.SetItem(index, fact) } : this;
    }

    public bool Knows(Fact fact) => Facts.BinarySearch(fact, FactKeyComparer.Order) >= 0;

    /// <summary>Null while other facts wait for the gift itself to become known.</summary>
    public Settled? Settled => Facts.OfType<Settled>().SingleOrDefault();

    /// <summary>
    /// What the gift counts for, in whole minor units of its currency: what was given less the refunds that did not fail and the disputes
    /// that were lost, as far as their money has not come back. Never below zero, since a bank may take back what was refunded already,
    /// and zero while anything of the gift is gone in another currency.
    /// </summary>
    public long Standing => Settled is { } gift && Returns.Of(gift, Facts) is { IsCertain: true } returns
        ? Math.Max(0, gift.Amount - returns.Sum)
        : 0;

    /// <summary>
    /// What does not fit the gift, one sentence each with ids and sums, for a person to look at: <see cref="Standing"/> leaves nothing
    /// out in silence. Empty where all fits, and until the gift settles.
    /// </summary>
    public ImmutableArray<string> Differences => Settled is { } gift ? Returns.Of(gift, Facts).Differences : [];

    /// <summary>The ids of disputes that were lost, and of which all came back.</summary>
    public IEnumerable<string> ReturnedDisputes =>
        from lost in Facts.OfType<DisputeLost>()
        join back in Facts.OfType<DisputeReinstated>() on lost.Dispute equals back.Dispute
        where back.Amount is null || back.Amount >= lost.Amount
        select lost.Dispute;

    public FeeKnown? Fee => Facts.OfType<FeeKnown>().FirstOrDefault();

    /// <summary>What disputes have cost by now, in minor units of a currency of our balance with Stripe.</summary>
    public long DisputeFees(string currency) => Facts.OfType<DisputeFee>().Where(fee => fee.Currency == currency).Sum(fee => fee.Fee);

    /// <summary>The last one, since a payout that fails is made again.</summary>
    public PaidOut? Payout => Facts.OfType<PaidOut>().MaxBy(payout => payout.At);
}
