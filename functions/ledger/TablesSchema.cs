using Azure.Data.Tables;

namespace Advocacy.Functions.Ledger;

/// <summary>The version of the rows' shapes stands in a row of its own. A later version adds its step here, from the one before.</summary>
internal static class TablesSchema
{
    // 2: a fact may be a dispute's fee, which an earlier program could not read.
    private const int Version = 2;

    /// <exception cref="LedgerException">The table was written by a later version of this program.</exception>
    public static async Task MigrateAsync(TableClient table, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>("schema", "version", cancellationToken: cancellation);
        var version = row.HasValue ? row.Value!.GetInt32("Version") ?? 0 : 0;
        if (version > Version)
            throw new LedgerException($"The ledger in the table {table.Name} has version {version}, and this program knows {Version}; run the later program.");
        if (version < Version)
            await table.UpsertEntityAsync(new TableEntity("schema", "version") { ["Version"] = Version }, TableUpdateMode.Replace, cancellation);
    }
}
