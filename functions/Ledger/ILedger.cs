namespace Advocacy.Functions.Ledger;

/// <summary>
/// Every movement of money we know of, once; no name and no address. Whole or not at all, in any number of processes.
/// Where the storage refuses, every method throws <see cref="LedgerException"/>.
/// </summary>
public interface ILedger : IAsyncDisposable
{
    /// <summary>Adds a fact. It is durable, with the running totals that follow from it, when the task completes.</summary>
    /// <returns>Whether the fact was new.</returns>
    /// <exception cref="LedgerException">It is not certain to be stored; record it again.</exception>
    Task<bool> RecordAsync(Fact fact, CancellationToken cancellation);

    /// <returns>Null if nothing is known of the gift.</returns>
    Task<LedgerGift?> FindAsync(string gift, CancellationToken cancellation);

    /// <summary>What a campaign has raised by now, and within the window of its match, if it has one.</summary>
    Task<Totals> TotalsAsync(string campaign, string currency, Window? window, CancellationToken cancellation);

    /// <summary>The gifts that settled from an instant (inclusive) to another (exclusive), by time and id.</summary>
    IAsyncEnumerable<LedgerGift> GiftsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation);

    /// <summary>What is known of gifts that have not settled, as far as we know: a refund that came before its gift.</summary>
    IAsyncEnumerable<LedgerGift> WaitingAsync(CancellationToken cancellation);

    /// <summary>The instant last kept under a name (<see cref="LedgerMarks"/>), to the second at least; null where there is none.</summary>
    Task<DateTimeOffset?> MarkedAsync(string name, CancellationToken cancellation);

    /// <summary>Keeps an instant under a name, in place of the one before.</summary>
    Task MarkAsync(string name, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Writes something that does not matter, to see whether the ledger can be written.</summary>
    Task CheckAsync(CancellationToken cancellation);
}
