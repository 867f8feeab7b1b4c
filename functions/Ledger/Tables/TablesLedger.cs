using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Advocacy.Functions.Ledger.Tables;

/// <summary>
/// A ledger in Azure Table Storage, for any number of instances. A partition is a shard, by the hash of the gift's id, and holds both the
/// shard's gifts and its share of the totals, so that they change in one transaction, each guarded by its ETag; a total is the sum of
/// its shards. <see href="https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions"/>
/// </summary>
public sealed class TablesLedger : ILedger
{
    // Never change it: it says where every gift already lies.
    private const int Shards = 16;
    private const int Attempts = 50;

    private readonly TableClient _table;
    private readonly Storage _storage;
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, Shards).Select(_ => new SemaphoreSlim(1))];

    private TablesLedger(TableClient table) => (_table, _storage) = (table, Of(table.Name));

    /// <summary>Opens the table with a key, makes it where it is missing, and brings an older one up to date.</summary>
    /// <exception cref="LedgerException">It cannot be opened; the message says why, without the connection string.</exception>
    public static async Task<TablesLedger> OpenAsync(string connection, string table, CancellationToken cancellation)
    {
        TableClient client;
        try
        {
            client = new(connection, table, Options());
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new LedgerException(
                "LEDGER_CONNECTION holds no connection string of Azure Table Storage after \"tables:\"; "
                + "write the address of a storage account's tables there.");
        }
        return await OpenAsync(client, cancellation);
    }

    /// <summary>The same without a key, as the identity that the credential speaks for.</summary>
    /// <param name="account">The address of a storage account's tables, with https.</param>
    /// <exception cref="LedgerException">It cannot be opened; the message says why, and holds no token.</exception>
    public static Task<TablesLedger> OpenAsync(Uri account, TokenCredential credential, string table, CancellationToken cancellation) =>
        OpenAsync(account, credential, table, HttpClientTransport.Shared, cancellation);

    /// <param name="transport">What carries the requests, so that a test can trust a certificate of its own.</param>
    internal static Task<TablesLedger> OpenAsync(
        Uri account, TokenCredential credential, string table, HttpPipelineTransport transport, CancellationToken cancellation)
    {
        var options = Options();
        options.Transport = transport;
        return OpenAsync(new TableClient(account, table, credential, options), cancellation);
    }

    private static async Task<TablesLedger> OpenAsync(TableClient client, CancellationToken cancellation)
    {
        try
        {
            await TablesSchema.MakeAsync(client, cancellation);
            return new(client);
        }
        catch (Exception e) when (Of(client.Name).Threw(e))
        {
            throw Of(client.Name).NotWritten(e);
        }
    }

    public async Task<bool> RecordAsync(Fact fact, CancellationToken cancellation)
    {
        // One at a time within this process; the ETags are for the other instances.
        var turn = _turns[ShardOf(fact.Gift)];
        await turn.WaitAsync(cancellation);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var posting = await TablesPosting.PrepareAsync(_table, PartitionOf(ShardOf(fact.Gift)), fact, cancellation);
                if (posting.Actions is []) return false;
                try
                {
                    await _table.SubmitTransactionAsync(posting.Actions, cancellation);
                    return posting.IsNew;
                }
                catch (RequestFailedException e) when (e.Status is 409 or 412 && attempt < Attempts)
                {
                    // Another instance was first: look again, after a while that differs from the other's.
                    await Task.Delay(Random.Shared.Next(1, 10 * Math.Min(attempt, 20)), cancellation);
                }
            }
        }
        catch (Exception e) when (_storage.Threw(e))
        {
            throw _storage.NotWritten(e);
        }
        finally
        {
            turn.Release();
        }
    }

    public Task<LedgerGift?> FindAsync(string gift, CancellationToken cancellation) => _storage.ReadAsync(async () =>
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(
            PartitionOf(ShardOf(gift)), TablesRow.OfGift(gift), cancellationToken: cancellation);
        return row.HasValue ? TablesRow.ReadGift(row.Value!) : null;
    });

    public Task<Totals> TotalsAsync(string campaign, string currency, Window? window, CancellationToken cancellation) =>
        _storage.ReadAsync(async () =>
    {
        var shares = await Task.WhenAll(
            Enumerable.Range(0, Shards).Select(shard => ShareAsync(PartitionOf(shard), campaign, currency, window, cancellation)));
        return new Totals(
            campaign,
            currency,
            shares.Sum(share => share.Raised),
            shares.Sum(share => share.Gifts),
            shares.Sum(share => share.RaisedInWindow));
    });

    public async IAsyncEnumerable<LedgerGift> GiftsAsync(
        DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (first, end) = (from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
        var filter = TableClient.CreateQueryFilter(
            $"RowKey ge {TablesRow.FirstGift} and RowKey lt {TablesRow.AfterGifts} and Settled ge {first} and Settled lt {end}");
        var gifts = await _storage.ReadAllAsync(_table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            .ToListAsync(cancellation);
        var ordered = gifts.OrderBy(gift => gift.GetInt64("Settled")).ThenBy(gift => gift.RowKey, StringComparer.Ordinal);
        foreach (var gift in ordered) yield return TablesRow.ReadGift(gift);
    }

    public IAsyncEnumerable<LedgerGift> WaitingAsync(CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter(
            $"RowKey ge {TablesRow.FirstGift} and RowKey lt {TablesRow.AfterGifts} and Settled eq {TablesRow.NotSettled}");
        return _storage.ReadAllAsync(_table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)).Select(TablesRow.ReadGift);
    }

    public Task<DateTimeOffset?> MarkedAsync(string name, CancellationToken cancellation) => _storage.ReadAsync(async () =>
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>("mark", name, cancellationToken: cancellation);
        return row.HasValue ? row.Value!.GetDateTimeOffset("At") : null;
    });

    public Task CheckAsync(CancellationToken cancellation) => MarkAsync("checked", DateTimeOffset.UnixEpoch, cancellation);

    public ValueTask DisposeAsync()
    {
        foreach (var turn in _turns) turn.Dispose();
        return ValueTask.CompletedTask;
    }

    public async Task MarkAsync(string name, DateTimeOffset at, CancellationToken cancellation)
    {
        try
        {
            await _table.UpsertEntityAsync(new TableEntity("mark", name) { ["At"] = at }, TableUpdateMode.Replace, cancellation);
        }
        catch (Exception e) when (_storage.Threw(e))
        {
            throw _storage.NotWritten(e);
        }
    }

    private async Task<Totals> ShareAsync(
        string partition, string campaign, string currency, Window? window, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(
            partition, TablesRow.OfTotal(campaign, currency), cancellationToken: cancellation);
        var (raised, gifts) = row.HasValue ? (row.Value!.GetInt64("Raised") ?? 0, row.Value.GetInt64("Gifts") ?? 0) : (0, 0);
        if (!row.HasValue || window is not { } asked) return new(campaign, currency, raised, gifts, 0);

        var first = TablesRow.OfMinute(campaign, currency, Movement.MinuteOf(asked.From));
        var end = TablesRow.OfMinute(campaign, currency, Movement.MinuteOf(asked.To));
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {end}");
        var inWindow = await _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
            .Select(minute => minute.GetInt64("Raised") ?? 0).SumAsync(cancellation);
        return new(campaign, currency, raised, gifts, inWindow);
    }

    private static int ShardOf(string gift) => SHA256.HashData(Encoding.UTF8.GetBytes(gift))[0] % Shards;

    private static string PartitionOf(int shard) => $"shard-{shard:00}";

    // The client tries again by itself where the storage is busy (503 ServerBusy), where it gives no answer, and after some other faults:
    // https://learn.microsoft.com/azure/storage/tables/scalability-targets
    private static TableClientOptions Options() => new() { Retry = { MaxRetries = 3, NetworkTimeout = TimeSpan.FromSeconds(10) } };

    private static Storage Of(string table) => new($"in the table {table}", TablesRefusal.ReasonOf);
}
