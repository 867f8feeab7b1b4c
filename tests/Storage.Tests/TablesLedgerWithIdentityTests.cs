using Advocacy.Functions.Ledger;
using Advocacy.Functions.Ledger.Tables;
using Advocacy.TestKit.Ledger;
using Azure.Data.Tables;
using Xunit;

namespace Advocacy.Tests.Storage;

[Collection(AzuriteWithOAuthGroup.Name)]
public sealed class TablesLedgerWithIdentityTests(AzuriteWithOAuth tables) : LedgerContract
{
    private static readonly StorageIdentity _identity = new(IsManaged: true, ClientId: null);

    private readonly string _table = $"ledger{Guid.NewGuid():N}";

    protected override async Task<ILedger> OpenAsync() =>
        await TablesLedger.OpenAsync(tables.Account, _identity.Credential(), _table, tables.Transport(), CancellationToken.None);

    protected override async Task DamageAsync(string gift)
    {
        var table = new TableClient(tables.Account, _table, _identity.Credential(), new() { Transport = tables.Transport() });
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.RowKey == TablesRow.OfGift(gift)))
        {
            row["Facts"] = "[{\"fact\":\"sett";
            await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
        }
    }
}
