using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Advocacy.Functions.Ledger.Tables;

/// <summary>The version of the rows' shapes stands in a row of its own. A later version adds its step here, from the one before.</summary>
internal static class TablesSchema
{
    // 2: a fact may be a dispute's fee, which an earlier program could not read.
    private const int Version = 2;

    private const int SecondsForDeletion = 45;

    /// <summary>
    /// Makes the table where it is missing, and brings an older one up to date; any number of instances may do so at once.
    /// </summary>
    /// <exception cref="LedgerException">The table was written by a later version of this program.</exception>
    public static async Task MakeAsync(TableClient table, CancellationToken cancellation)
    {
        await CreateAsync(table, cancellation);
        await MigrateAsync(table, cancellation);
    }

    // All instances but one hear that the table is there, which the client takes for done. A table that is being deleted cannot be made
    // for 40 seconds or more: https://learn.microsoft.com/rest/api/storageservices/delete-table#remarks
    private static async Task CreateAsync(TableClient table, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await table.CreateIfNotExistsAsync(cancellation);
                return;
            }
            catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.TableBeingDeleted && attempt < SecondsForDeletion)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
            }
        }
    }

    private static async Task MigrateAsync(TableClient table, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>("schema", "version", cancellationToken: cancellation);
        var version = row.HasValue ? row.Value!.GetInt32("Version") ?? 0 : 0;
        if (version > Version)
        {
            throw new LedgerException(
                $"The ledger in the table {table.Name} has version {version}, "
            + $"and this program knows {Version}; run the later program.");
        }
        if (version < Version)
        {
            var entity = new TableEntity("schema", "version") { ["Version"] = Version };
            await table.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellation);
        }
    }
}
