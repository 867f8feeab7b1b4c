namespace Advocacy.Functions.Ledger;

/// <summary>
/// A ledger holds gifts of live mode or of test mode, never both: test gifts would stay in the public totals for good. It keeps a mark of
/// the mode that it was first opened with.
/// </summary>
public static class LedgerMode
{
    /// <param name="isLive">Whether Stripe's key moves real money.</param>
    /// <returns>One sentence where the ledger is of the other mode; null where it is of this one, which it is from now on.</returns>
    /// <exception cref="LedgerException">The ledger cannot be read or written.</exception>
    public static async Task<string?> ProblemAsync(ILedger ledger, bool isLive, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await ledger.MarkedAsync(MarkOf(!isLive), cancellation) is not null)
            return Problem(isLive);
        if (await ledger.MarkedAsync(MarkOf(isLive), cancellation) is not null)
            return null;
        await ledger.MarkAsync(MarkOf(isLive), now, cancellation);
        // Another instance may have opened it at the same moment.
        return await ledger.MarkedAsync(MarkOf(!isLive), cancellation) is null ? null : Problem(isLive);
    }

    private static string MarkOf(bool isLive) => isLive ? "mode-live" : "mode-test";

    private static string Problem(bool isLive) =>
        $"LEDGER_CONNECTION names a ledger of {(isLive ? "test" : "live")} gifts "
        + $"but STRIPE_SECRET_KEY is a {(isLive ? "live" : "test")} key; "
        + "name another ledger, or use a key of that mode.";
}
