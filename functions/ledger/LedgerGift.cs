using System.Collections.Immutable;

namespace Advocacy.Functions.Ledger;

/// <summary>All that the ledger knows of one gift, and what follows from it.</summary>
/// <param name="Id">The id of its PaymentIntent.</param>
/// <param name="Facts">In the order of their keys.</param>
public sealed record LedgerGift(string Id, ImmutableArray<Fact> Facts)
{
    /// <summary>Null while other facts wait for the gift itself to become known.</summary>
    public Settled? Settled => Facts.OfType<Settled>().SingleOrDefault();

    /// <summary>In whole minor units, without the refunds that failed.</summary>
    public long Refunded => Facts.OfType<Refunded>().Where(refund => !HasFailed(refund)).Sum(refund => refund.Amount);

    /// <summary>In whole minor units, without the disputes whose money came back.</summary>
    public long Lost => Facts.OfType<DisputeLost>().Where(dispute => !IsReinstated(dispute)).Sum(dispute => dispute.Amount);

    /// <summary>What the gift counts for, in whole minor units: never below zero, since a bank may dispute what was refunded already.</summary>
    public long Standing => Settled is { } gift ? Math.Max(0, gift.Amount - Refunded - Lost) : 0;

    public FeeKnown? Fee => Facts.OfType<FeeKnown>().FirstOrDefault();

    public PaidOut? Payout => Facts.OfType<PaidOut>().FirstOrDefault();

    private bool HasFailed(Refunded refund) => Facts.OfType<RefundFailed>().Any(failed => failed.Refund == refund.Refund);

    private bool IsReinstated(DisputeLost lost) => Facts.OfType<DisputeReinstated>().Any(back => back.Dispute == lost.Dispute);
}
