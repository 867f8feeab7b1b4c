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

    /// <summary>As it was stored, whatever became of it since.</summary>
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

    /// <summary>The gift with one more fact: the same instance where that changes nothing. Where a fact is told twice, the earlier telling stands.</summary>
    /// <exception cref="LedgerException">The gift is damaged.</exception>
    public LedgerGift With(Fact fact)
    {
        if (IsDamaged) throw LedgerException.Damaged(Id);
        var index = Facts.BinarySearch(fact, ByKey.Order);
        if (index < 0) return this with { Facts = Facts.Insert(~index, fact) };
        return IsEarlier(fact, Facts[index]) ? this with { Facts = Facts.SetItem(index, fact) } : this;
    }

    public bool Knows(Fact fact) => Facts.BinarySearch(fact, ByKey.Order) >= 0;

    /// <summary>Null while other facts wait for the gift itself to become known.</summary>
    public Settled? Settled => Facts.OfType<Settled>().SingleOrDefault();

    /// <summary>In whole minor units, without the refunds that failed.</summary>
    public long Refunded => Facts.OfType<Refunded>().Where(refund => !HasFailed(refund)).Sum(refund => refund.Amount);

    /// <summary>In whole minor units, without the disputes whose money came back.</summary>
    public long Lost => Facts.OfType<DisputeLost>().Where(dispute => !IsReinstated(dispute)).Sum(dispute => dispute.Amount);

    /// <summary>What the gift counts for, in whole minor units: never below zero, since a bank may dispute what was refunded already.</summary>
    public long Standing => Settled is { } gift ? Math.Max(0, gift.Amount - Refunded - Lost) : 0;

    public FeeKnown? Fee => Facts.OfType<FeeKnown>().FirstOrDefault();

    /// <summary>What disputes have cost by now, in minor units of a currency of our balance with Stripe.</summary>
    public long DisputeFees(string currency) => Facts.OfType<DisputeFee>().Where(fee => fee.Currency == currency).Sum(fee => fee.Fee);

    /// <summary>The last one, since a payout that fails is made again.</summary>
    public PaidOut? Payout => Facts.OfType<PaidOut>().MaxBy(payout => payout.At);

    // Of two tellings at the same second the text decides: any rule will do that gives the same answer in either order.
    private static bool IsEarlier(Fact one, Fact other) =>
        one.At != other.At ? one.At < other.At : string.CompareOrdinal(FactText.Of(one), FactText.Of(other)) < 0;

    private bool HasFailed(Refunded refund) => Facts.OfType<RefundFailed>().Any(failed => failed.Refund == refund.Refund);

    private bool IsReinstated(DisputeLost lost) => Facts.OfType<DisputeReinstated>().Any(back => back.Dispute == lost.Dispute);
}
