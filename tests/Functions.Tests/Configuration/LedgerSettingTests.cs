using Advocacy.Functions.Configuration;
using Advocacy.Functions.Ledger;
using Xunit;

namespace Advocacy.Tests.Functions.Configuration;

public sealed class LedgerSettingTests
{
    [Theory]
    [InlineData("")]
    [InlineData("sqlite")]
    [InlineData("sqlite:")]
    [InlineData("postgres:host=secret")]
    public async Task UnknownKindNamesTheSettingAndTheRemedy(string setting) => Assert.Equal(
        "LEDGER_CONNECTION names no kind of ledger; write sqlite: and the path of a file, "
        + "or tables: and the address of a storage account's tables, such as tables:https://ACCOUNT.table.core.windows.net.",
        await RefusalAsync(setting));

    [Theory]
    [InlineData("tables:AccountKey=secret")]
    [InlineData("tables:nonsense")]
    public async Task ConnectionStringIsNeverRepeated(string setting) => Assert.Equal(
        "LEDGER_CONNECTION holds no connection string of Azure Table Storage after \"tables:\"; "
        + "write the address of a storage account's tables there.",
        await RefusalAsync(setting));

    [Fact]
    public async Task FolderThatCannotBeMadeIsNamed() => Assert.Equal(
        "The ledger /dev/null/ledger.db cannot be written: The file '/dev/null' already exists.",
        await RefusalAsync("sqlite:/dev/null/ledger.db"));

    private static async Task<string> RefusalAsync(string setting)
    {
        var refusal = await Assert.ThrowsAsync<LedgerException>(
            () => LedgerSetting.OpenAsync(setting, new(false, null), CancellationToken.None));
        return refusal.Message;
    }
}
