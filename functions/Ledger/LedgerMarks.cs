namespace Advocacy.Functions.Ledger;

/// <summary>The instants that the ledger keeps beside the money, for all instances.</summary>
public static class LedgerMarks
{
    private const string Reconciled = "reconciled";
    private const string ReconcileRan = "reconcile-ran";
    private const string ReconcileAwaited = "reconcile-awaited";
    private const string Compared = "compared";

    /// <summary>Up to when the ledger has been compared with Stripe's events; null before the first time.</summary>
    public static Task<DateTimeOffset?> ReconciledAsync(this ILedger ledger, CancellationToken cancellation) =>
        ledger.MarkedAsync(Reconciled, cancellation);

    public static Task MarkReconciledAsync(this ILedger ledger, DateTimeOffset until, CancellationToken cancellation) =>
        ledger.MarkAsync(Reconciled, until, cancellation);

    /// <summary>When Reconcile last came to its end, whatever it could not explain; null before the first time.</summary>
    public static Task<DateTimeOffset?> ReconcileRanAsync(this ILedger ledger, CancellationToken cancellation) =>
        ledger.MarkedAsync(ReconcileRan, cancellation);

    public static Task MarkReconcileRanAsync(this ILedger ledger, DateTimeOffset at, CancellationToken cancellation) =>
        ledger.MarkAsync(ReconcileRan, at, cancellation);

    /// <summary>From when on the gifts have been compared with Stripe, going back in time; null before the first time.</summary>
    public static Task<DateTimeOffset?> ComparedAsync(this ILedger ledger, CancellationToken cancellation) =>
        ledger.MarkedAsync(Compared, cancellation);

    public static Task MarkComparedAsync(this ILedger ledger, DateTimeOffset from, CancellationToken cancellation) =>
        ledger.MarkAsync(Compared, from, cancellation);

    /// <summary>Since when the first run of Reconcile is expected; null where it is not yet.</summary>
    public static Task<DateTimeOffset?> ReconcileAwaitedAsync(this ILedger ledger, CancellationToken cancellation) =>
        ledger.MarkedAsync(ReconcileAwaited, cancellation);

    public static Task MarkReconcileAwaitedAsync(this ILedger ledger, DateTimeOffset since, CancellationToken cancellation) =>
        ledger.MarkAsync(ReconcileAwaited, since, cancellation);
}
