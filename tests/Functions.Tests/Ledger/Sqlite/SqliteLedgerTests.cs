using Advocacy.Functions.Configuration;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Ledger.Sqlite;
using Advocacy.TestKit.Ledger;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Advocacy.Tests.Functions.Ledger.Sqlite;

public sealed class SqliteLedgerTests : LedgerContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ledger-").FullName;

    private string File => Path.Combine(_folder, "data", "ledger.db");

    protected override Task<ILedger> OpenAsync() => LedgerSetting.OpenAsync($"sqlite:{File}", new(false, null), CancellationToken.None);

    protected override Task DamageAsync(string gift)
    {
        Run($"UPDATE fact SET body = '{{\"fact\":\"sett' WHERE gift = '{gift}'");
        return Task.CompletedTask;
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task FirstVersionIsBroughtUpToDate()
    {
        await Ledger.DisposeAsync();
        System.IO.File.Delete(File);
        Run(SqliteSchema.Steps[0] + "; PRAGMA user_version = 1");
        Run($"INSERT INTO fact VALUES ('pi_1', 'gift', {Given.Noon.ToUnixTimeSeconds()}, '{FactText.Of(Given.Gift())}')");
        Run($"INSERT INTO total VALUES ('{Given.Campaign}', 'usd', 5000, 1)");

        await using var ledger = await OpenAsync();

        Assert.False(await ledger.RecordAsync(Given.Gift(), CancellationToken.None));
        Assert.Equal(
            new Totals(Given.Campaign, "usd", 5000, 1, 0),
            await ledger.TotalsAsync(Given.Campaign, "usd", null, CancellationToken.None));
        Assert.Null(await ledger.ReconciledAsync(CancellationToken.None));
    }

    [Fact]
    public async Task LaterVersionIsLeftAlone()
    {
        Run("PRAGMA user_version = 99");

        var refusal = await Assert.ThrowsAsync<LedgerException>(OpenAsync);

        Assert.Equal($"The ledger {File} has version 99, and this program knows 3; run the later program.", refusal.Message);
    }

    [Fact]
    public async Task FileThatIsNoLedgerIsNamed()
    {
        await Ledger.DisposeAsync();
        await System.IO.File.WriteAllTextAsync(File, new string('x', 8192));

        var refusal = await Assert.ThrowsAsync<LedgerException>(OpenAsync);

        Assert.Equal($"The ledger {File} cannot be written: SQLite Error 26: 'file is not a database'.", refusal.Message);
    }

    [Fact]
    public async Task WriterWaitsForAnotherThatHoldsTheFile()
    {
        using var other = new SqliteConnection($"Data Source={File};Pooling=False");
        other.Open();
        var transaction = other.BeginTransaction();
        var recording = Ledger.RecordAsync(Given.Gift(), CancellationToken.None);
        await Task.Delay(300);
        Assert.False(recording.IsCompleted);

        await transaction.DisposeAsync();

        Assert.True(await recording);
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
