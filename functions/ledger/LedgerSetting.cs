namespace Advocacy.Functions.Ledger;

/// <summary>The setting LEDGER: <c>sqlite:PATH</c> or <c>tables:CONNECTION-STRING</c>.</summary>
public static class LedgerSetting
{
    /// <exception cref="LedgerException">The setting names no ledger, or one that cannot be opened; the message does not repeat the setting, which may hold a key.</exception>
    public static async Task<ILedger> OpenAsync(string setting, CancellationToken cancellation) => setting.Split(':', 2) switch
    {
        ["sqlite", { Length: > 0 } path] => SqliteLedger.Open(path),
        ["tables", { Length: > 0 } connection] => await TablesLedger.OpenAsync(connection, "ledger", cancellation),
        _ => throw new LedgerException("LEDGER names no ledger; write sqlite:PATH for a file, or tables:CONNECTION-STRING for Azure Table Storage."),
    };
}
