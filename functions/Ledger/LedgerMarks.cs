namespace Advocacy.Functions.Ledger;

/// <summary>The instants that the ledger keeps beside the money, for all instances.</summary>
public static class LedgerMarks
{
    private const string Reconciled = "reconciled";
    private const string ReconcileRan = "reconcile-ran";
    private const string ReconcileAwaited = "reconcile-awaited";

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

    /// <summary>Since when somebody waits for the first run of Reconcile; null where nobody does yet.</summary>
    public static Task<DateTimeOffset?> ReconcileAwaitedAsync(this ILedger ledger, CancellationToken cancellation) =>
        ledger.MarkedAsync(ReconcileAwaited, cancellation);

    public static Task MarkReconcileAwaitedAsync(this ILedger ledger, DateTimeOffset since, CancellationToken cancellation) =>
        ledger.MarkAsync(ReconcileAwaited, since, cancellation);
}
