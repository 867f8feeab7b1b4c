using Azure;
using Azure.Data.Tables;

namespace Advocacy.Functions.Ledger.Tables;

/// <summary>What one fact changes in its shard: all of it, or none, and only if nobody else has changed any of it.</summary>
/// <param name="Actions">None where the fact changes nothing.</param>
/// <param name="IsNew">Whether the fact was unknown.</param>
internal sealed record TablesPosting(IReadOnlyList<TableTransactionAction> Actions, bool IsNew)
{
    public static async Task<TablesPosting> PrepareAsync(TableClient table, string partition, Fact fact, CancellationToken cancellation)
    {
        var known = await table.GetEntityIfExistsAsync<TableEntity>(
            partition, TablesRow.OfGift(fact.Gift), cancellationToken: cancellation);
        var before = known.HasValue ? TablesRow.ReadGift(known.Value!) : LedgerGift.Unknown(fact.Gift);
        var after = before.With(fact);
        if (ReferenceEquals(before, after)) return new([], IsNew: false);

        var sums = await Task.WhenAll(
            Sums(before, after).Select(sum => RaiseAsync(table, partition, sum.Row, sum.Raised, sum.Gifts, cancellation)));
        return new([Put(TablesRow.Write(partition, after), known.HasValue ? known.Value!.ETag : null), .. sums], !before.Knows(fact));
    }

    /// <summary>
    /// A transaction takes each row once; a gift that moves to another minute touches its campaign's total twice, to no effect.
    /// </summary>
    private static IEnumerable<(string Row, long Raised, long Gifts)> Sums(LedgerGift before, LedgerGift after) =>
        Movement.Between(before, after)
            .SelectMany(movement => RowsOf(movement).Select(row => (Row: row, movement.Raised, Gifts: (long)movement.Gifts)))
            .GroupBy(change => change.Row)
            .Select(same => (same.Key, Raised: same.Sum(change => change.Raised), Gifts: same.Sum(change => change.Gifts)))
            .Where(sum => sum is not (_, 0, 0));

    private static string[] RowsOf(Movement movement) =>
    [
        TablesRow.OfTotal(movement.Campaign, movement.Currency),
        TablesRow.OfMinute(movement.Campaign, movement.Currency, movement.Minute),
    ];

    private static async Task<TableTransactionAction> RaiseAsync(
        TableClient table, string partition, string row, long raised, long gifts, CancellationToken cancellation)
    {
        var known = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
        var sum = new TableEntity(partition, row)
        {
            ["Raised"] = raised + (known.HasValue ? known.Value!.GetInt64("Raised") ?? 0 : 0),
            ["Gifts"] = gifts + (known.HasValue ? known.Value!.GetInt64("Gifts") ?? 0 : 0),
        };
        return Put(sum, known.HasValue ? known.Value!.ETag : null);
    }

    private static TableTransactionAction Put(TableEntity row, ETag? known) => known is { } tag
        ? new(TableTransactionActionType.UpdateReplace, row, tag)
        : new(TableTransactionActionType.Add, row);
}
