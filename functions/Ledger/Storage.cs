namespace Advocacy.Functions.Ledger;

/// <summary>Turns what a storage throws into the one exception that a ledger throws.</summary>
/// <param name="name">Of the file or table, for the message.</param>
/// <param name="reasonOf">The storage's reason, or null where the exception is not of the storage but a bug of ours.</param>
internal sealed class Storage(string name, Func<Exception, string?> reasonOf)
{
    /// <exception cref="LedgerException">The storage refused.</exception>
    public async Task<T> ReadAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception e) when (reasonOf(e) is { } reason)
        {
            throw Refusal("read", reason, e);
        }
    }

    /// <exception cref="LedgerException">The storage refused.</exception>
    public async IAsyncEnumerable<T> ReadAllAsync<T>(IAsyncEnumerable<T> rows)
    {
        await using var row = rows.GetAsyncEnumerator();
        while (await ReadAsync(() => row.MoveNextAsync().AsTask())) yield return row.Current;
    }

    public LedgerException NotWritten(Exception e) => e as LedgerException ?? Refusal("written", reasonOf(e) ?? e.GetType().Name, e);

    public bool Threw(Exception e) => reasonOf(e) is not null;

    private LedgerException Refusal(string what, string reason, Exception e) =>
        new($"The ledger {name} cannot be {what}: {reason.TrimEnd('.')}.", e);
}
