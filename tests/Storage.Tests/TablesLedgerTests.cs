using Advocacy.Functions.Configuration;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Ledger.Tables;
using Advocacy.TestKit.Ledger;
using Azure.Data.Tables;
using Xunit;

namespace Advocacy.Tests.Storage;

public sealed class TablesLedgerTests(Azurite azurite) : LedgerContract, IClassFixture<Azurite>
{
    private readonly string _table = $"ledger{Guid.NewGuid():N}";

    protected override async Task<ILedger> OpenAsync() => await TablesLedger.OpenAsync(azurite.Connection, _table, CancellationToken.None);

    protected override async Task DamageAsync(string gift)
    {
        var table = new TableClient(azurite.Connection, _table);
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.RowKey == TablesRow.OfGift(gift)))
        {
            row["Facts"] = "[{\"fact\":\"sett";
            await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
        }
    }

    [Fact]
    public async Task SettingOpensIt()
    {
        await using var ledger = await LedgerSetting.OpenAsync($"tables:{azurite.Connection}", new(false, null), CancellationToken.None);

        await ledger.CheckAsync(CancellationToken.None);
    }

    [Fact]
    public async Task LaterVersionIsLeftAlone()
    {
        await new TableClient(azurite.Connection, _table).UpsertEntityAsync(new TableEntity("schema", "version") { ["Version"] = 99 });

        var refusal = await Assert.ThrowsAsync<LedgerException>(OpenAsync);

        Assert.Equal($"The ledger in the table {_table} has version 99, and this program knows 2; run the later program.", refusal.Message);
    }

    [Fact]
    public async Task TableThatIsGoneIsNamed()
    {
        await new TableClient(azurite.Connection, _table).DeleteAsync();

        var refusal = await Assert.ThrowsAsync<LedgerException>(() => Ledger.RecordAsync(Given.Gift(), CancellationToken.None));

        Assert.Equal($"The ledger in the table {_table} cannot be written: TableNotFound.", refusal.Message);
        var reading = await Assert.ThrowsAsync<LedgerException>(
            () => Ledger.GiftsAsync(Given.Noon, Given.Noon, CancellationToken.None).ToListAsync().AsTask());
        Assert.Equal($"The ledger in the table {_table} cannot be read: TableNotFound.", reading.Message);
        var check = await Assert.ThrowsAsync<LedgerException>(() => Ledger.CheckAsync(CancellationToken.None));
        Assert.Equal(refusal.Message, check.Message);
    }

    [Fact]
    public async Task InstancesThatStartTogetherMakeOneTable()
    {
        var table = $"ledger{Guid.NewGuid():N}";
        var ledgers = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => TablesLedger.OpenAsync(azurite.Connection, table, CancellationToken.None)));

        var recorded = await Task.WhenAll(ledgers.Select(ledger => ledger.RecordAsync(Given.Gift(), CancellationToken.None)));

        Assert.Single(recorded, isNew => isNew);
        foreach (var ledger in ledgers) await ledger.DisposeAsync();
    }
}
