using System.Collections.Immutable;
using System.Reflection;
using Advocacy.Preview.Localization;

namespace Advocacy.Preview.Backend;

/// <param name="Command">Starts the functions app.</param>
/// <param name="Folder">Of the app, with <c>host.json</c>.</param>
/// <param name="GivingFile">What the build writes for the functions; whole path.</param>
/// <param name="Wording">Of the emulator's pages and the panel.</param>
/// <param name="Account">Null: the emulator.</param>
/// <param name="Remark">A sentence about the environment; null mostly.</param>
public sealed record LocalBackendOptions(
    ImmutableArray<string> Command, string Folder, string GivingFile, string Ledger, PreviewWording Wording,
    LocalBackendOptions.TestAccount? Account, string? Remark)
{
    /// <summary>The file that <c>dotnet</c> starts, in the folder of the functions app.</summary>
    public const string App = "functions.dll";

    private const string Key = "STRIPE_SECRET_KEY";
    private const string Secret = "STRIPE_WEBHOOK_SECRET";

    /// <summary>Of Stripe, in test mode.</summary>
    public sealed record TestAccount(string Key, string WebhookSecret);

    /// <param name="output">Where the site is built.</param>
    /// <param name="theme">The folder of the word lists, among other things.</param>
    /// <param name="functions">The folder of the functions app; null: as the build of the preview made it.</param>
    public static LocalBackendOptions Read(Func<string, string?> environment, string output, string theme, string? functions = null)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var (account, remark) = AccountOf(environment(Key), environment(Secret));
        var app = functions is null ? FunctionsFolder : Path.GetFullPath(functions);
        return new(
            [environment("DOTNET_HOST_PATH") ?? "dotnet", Path.Combine(app, App)], app,
            Path.GetFullPath(Path.Combine(output, "giving.json")),
            environment("LEDGER_CONNECTION") ?? $"sqlite:{LedgerBeside(Path.GetFullPath(output))}",
            new PreviewWording(theme), account, remark);
    }

    private static (TestAccount? Account, string? Remark) AccountOf(string? key, string? secret) => (key, secret) switch
    {
        (null or "", null or "") => (null, null),
        ({ Length: > 0 }, { Length: > 0 }) when IsOfTestMode(key) => (new TestAccount(key, secret), null),
        ({ Length: > 0 }, { Length: > 0 }) =>
            (null, $"{Key} is not a key of test mode, and the preview uses no other; the stand-in is used instead."),
        _ => (null, $"Only one of {Key} and {Secret} is set; set both to give through Stripe itself. The stand-in is used."),
    };

    private static bool IsOfTestMode(string key) =>
        key.StartsWith("sk_test_", StringComparison.Ordinal) || key.StartsWith("rk_test_", StringComparison.Ordinal);

    /// <summary>Where the functions were built: below the repository, as the build of the preview noted it.</summary>
    private static string FunctionsFolder
    {
        get
        {
            var folder = typeof(LocalBackendOptions).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(metadata => metadata.Key == nameof(FunctionsFolder)).Value!;
            var above = new DirectoryInfo(AppContext.BaseDirectory);
            while (above.Parent is { } parent && !Directory.Exists(Path.Combine(above.FullName, folder)))
                above = parent;
            return Path.Combine(above.FullName, folder);
        }
    }

    // Two previews have two outputs, and must not count each other's gifts.
    private static string LedgerBeside(string output) =>
        Path.Combine(Path.GetDirectoryName(output)!, ".cache", $"{Path.GetFileName(output)}.ledger.db");
}
