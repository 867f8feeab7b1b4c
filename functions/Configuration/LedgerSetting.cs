using System.Text.RegularExpressions;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Ledger.Sqlite;
using Advocacy.Functions.Ledger.Tables;

namespace Advocacy.Functions.Configuration;

/// <summary>
/// The setting LEDGER_CONNECTION: <c>sqlite:PATH</c>; <c>tables:https://ACCOUNT.table.core.windows.net</c>, for an app that has an
/// identity; or <c>tables:CONNECTION-STRING</c>, for an emulator.
/// </summary>
public static partial class LedgerSetting
{
    private const string Example = "tables:https://ACCOUNT.table.core.windows.net";
    private const string Kinds =
        $"write sqlite: and the path of a file, or tables: and the address of a storage account's tables, such as {Example}.";

    /// <param name="setting">Null where it is not set.</param>
    /// <param name="isLive">Whether Stripe's key moves real money.</param>
    /// <returns>
    /// One sentence that says what is wrong and what to do, without the setting, which may hold a key; null where it is sound.
    /// </returns>
    public static string? Problem(string? setting, bool isLive) => setting?.Split(':', 2) switch
    {
        null => $"LEDGER_CONNECTION is not set; {Kinds}",
        ["sqlite", { Length: > 0 } path] when InMemory().IsMatch(path) =>
            "LEDGER_CONNECTION keeps the ledger in memory, where a restart loses it; write sqlite: and the path of a file.",
        ["sqlite", { Length: > 0 }] => null,
        ["tables", { Length: > 0 } address] when IsAddress(address) => ProblemOf(address, isLive),
        ["tables", { Length: > 0 } connection] when isLive && Emulated().IsMatch(connection) => EmulatorWithLiveKey,
        ["tables", { Length: > 0 } connection] when Unencrypted().IsMatch(connection) =>
            $"LEDGER_CONNECTION's connection string is not encrypted; write https in it, or better {Example} in its place.",
        ["tables", { Length: > 0 }] => null,
        _ => $"LEDGER_CONNECTION names no kind of ledger; {Kinds}",
    };

    /// <exception cref="LedgerException">
    /// The ledger cannot be opened; the message does not repeat the setting, which may hold a key.
    /// </exception>
    public static async Task<ILedger> OpenAsync(string setting, StorageIdentity identity, CancellationToken cancellation) =>
        setting.Split(':', 2) switch
        {
            ["sqlite", { Length: > 0 } path] => SqliteLedger.Open(path),
            ["tables", { Length: > 0 } address] when IsAddress(address) && Uri.TryCreate(address, UriKind.Absolute, out var account) =>
                await TablesLedger.OpenAsync(account, identity.Credential(), "ledger", cancellation),
            ["tables", { Length: > 0 } connection] => await TablesLedger.OpenAsync(connection, "ledger", cancellation),
            _ => throw new LedgerException($"LEDGER_CONNECTION names no kind of ledger; {Kinds}"),
        };

    private const string EmulatorWithLiveKey =
        "LEDGER_CONNECTION is a storage emulator but STRIPE_SECRET_KEY is a live key; "
        + "use a test key here, or the address of a storage account's tables.";

    // The token that goes along opens whatever the identity may open. So the address is Azure's, or with a test key this machine's.
    private static string? ProblemOf(string address, bool isLive)
    {
        if (WithKey().IsMatch(address))
            return $"LEDGER_CONNECTION holds an address with a key in it; write the address alone, as in {Example}, "
                + "and give the app's identity the role “Storage Table Data Contributor”.";
        if (address.StartsWith("http:", StringComparison.OrdinalIgnoreCase))
            return "LEDGER_CONNECTION's address is not encrypted; write it with https://, or for an emulator write its connection string.";
        var account = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : null;
        if (account is { IsLoopback: true })
            return isLive ? EmulatorWithLiveKey : null;
        return account is { AbsolutePath: "/", IsDefaultPort: true } && Azure().IsMatch(account.IdnHost)
            ? null
            : $"LEDGER_CONNECTION's address is not that of a storage account's tables; write it as {Example}.";
    }

    private static bool IsAddress(string text) =>
        text.StartsWith("https:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http:", StringComparison.OrdinalIgnoreCase);

    // https://www.sqlite.org/inmemorydb.html
    [GeneratedRegex(@":memory:|mode=memory", RegexOptions.IgnoreCase)]
    private static partial Regex InMemory();

    // The second is an account's with a DNS zone:
    // https://learn.microsoft.com/azure/storage/common/storage-account-overview#azure-dns-zone-endpoints-preview
    [GeneratedRegex(@"\A[a-z0-9]{3,24}(\.table\.core\.windows\.net|\.z[0-9]+\.table\.storage\.azure\.net)\z")]
    private static partial Regex Azure();

    // A shared access signature is a query; the others are what somebody pastes who has a key at hand.
    [GeneratedRegex(@"[?@#;]|AccountKey|sig=", RegexOptions.IgnoreCase)]
    private static partial Regex WithKey();

    // https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string#configure-a-connection-string-for-azurite
    [GeneratedRegex(@"UseDevelopmentStorage=true|//(127\.0\.0\.1|localhost|\[::1\])", RegexOptions.IgnoreCase)]
    private static partial Regex Emulated();

    // The address of the tables where there is one, and otherwise what all addresses of the account begin with.
    [GeneratedRegex(
        @"\A(?!.*UseDevelopmentStorage=true)"
        + @"(?=.*TableEndpoint=http://(?!127\.0\.0\.1|localhost|\[::1\])|(?!.*TableEndpoint=).*DefaultEndpointsProtocol=http(;|\z))",
        RegexOptions.IgnoreCase)]
    private static partial Regex Unencrypted();
}
