using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Ledger.Tables;

namespace Advocacy.Functions.Configuration;

/// <summary>
/// Reads the environment. Each problem is one sentence that names the setting and the remedy, and never repeats a secret.
/// </summary>
public sealed partial class AppSettingsReader
{
    private const string Stripe = "https://api.stripe.com";

    private static readonly Dictionary<string, string> _oldNames = new()
    {
        ["DONATIONS_DISABLED"] = "GIVING_OFF",
        ["RATE_LIMIT_PER_IP"] = "GIVING_RATE_ADDRESS",
        ["RATE_LIMIT_TOTAL"] = "GIVING_RATE_ALL",
        ["LEDGER_CONNECTION"] = "LEDGER",
    };

    private readonly Func<string, string?> _environment;
    private readonly List<string> _problems = [];

    private AppSettingsReader(Func<string, string?> environment) => _environment = environment;

    /// <param name="environment">The value of a variable, or null.</param>
    /// <returns>The settings, or null and at least one problem.</returns>
    public static (AppSettings? Settings, ImmutableArray<string> Problems) Read(Func<string, string?> environment)
    {
        var reader = new AppSettingsReader(environment);
        var settings = reader.Read();
        return reader._problems.Count == 0 ? (settings, []) : (null, [.. reader._problems]);
    }

    private AppSettings Read()
    {
        foreach (var (name, oldName) in _oldNames.Where(renamed => Set(renamed.Value) is not null))
            Refuse($"{oldName} is now {name}; rename it.");
        var key = Key();
        var live = key.StartsWith("sk_live_", StringComparison.Ordinal) || key.StartsWith("rk_live_", StringComparison.Ordinal);
        return new()
        {
            StripeKey = key,
            Live = live,
            WebhookSecrets = WebhookSecrets(),
            StripeBase = StripeBase(live),
            LedgerConnection = LedgerConnection(live),
            Identity = Identity(),
            GivingFile = Value("GIVING_FILE"),
            Site = Site(live),
            DonationsDisabled = Switch("DONATIONS_DISABLED", "to take no donations", "to take them"),
            RateLimitPerIp = Number("RATE_LIMIT_PER_IP", 60, 1, 100_000),
            RateLimitTotal = Number("RATE_LIMIT_TOTAL", 600, 1, 100_000),
            Telemetry = Telemetry(),
        };
    }

    private string Key()
    {
        switch (Value("STRIPE_SECRET_KEY"))
        {
            case null:
                return Refuse("STRIPE_SECRET_KEY is not set; copy the secret key from Stripe's dashboard, under Developers.");
            case var key when key.StartsWith("pk_", StringComparison.Ordinal):
                return Refuse("STRIPE_SECRET_KEY holds a publishable key; "
                    + "set it to the secret or restricted key, which begins with sk_ or rk_.");
            case var key when !SecretKey().IsMatch(key):
                return Refuse("STRIPE_SECRET_KEY is not a key of Stripe; "
                    + "set it to one that begins with sk_test_, rk_test_, sk_live_ or rk_live_.");
            case var key:
                return key;
        }
    }

    private ImmutableArray<string> WebhookSecrets()
    {
        var value = Value("STRIPE_WEBHOOK_SECRET");
        const StringSplitOptions Options = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        ImmutableArray<string> secrets = [.. (value ?? "").Split(',', Options)];
        if (secrets.IsEmpty)
            Refuse("STRIPE_WEBHOOK_SECRET is not set; copy the signing secret of the webhook endpoint from Stripe's dashboard.");
        else if (!secrets.All(WebhookSecret().IsMatch))
            Refuse("STRIPE_WEBHOOK_SECRET holds something that is no signing secret; "
                + "write one that begins with whsec_, or several with commas between them.");
        return secrets;
    }

    // The key travels to whatever host this names. So it is Stripe's, or with a test key this machine.
    private string StripeBase(bool live)
    {
        var value = Value("STRIPE_API_BASE")?.TrimEnd('/');
        if (value is null or Stripe)
            return Stripe;
        if (!Uri.TryCreate(value, UriKind.Absolute, out var uri) || !IsHttp(uri) || !uri.IsLoopback || HasMore(uri))
            return Refuse($"STRIPE_API_BASE is neither Stripe's address nor on this machine; take it away, or set it to {Stripe}.");
        return live
            ? Refuse("STRIPE_API_BASE is on this machine but STRIPE_SECRET_KEY is a live key; "
                + "take STRIPE_API_BASE away, or use a test key.")
            : value;
    }

    private string LedgerConnection(bool live) =>
        Value("LEDGER_CONNECTION") is var value && LedgerSetting.Problem(value, live) is { } problem ? Refuse(problem) : value!;

    // A value pasted by mistake may be a secret, so it is not repeated.
    private StorageIdentity Identity()
    {
        var client = Value("AZURE_CLIENT_ID");
        if (client is not null && !Guid.TryParse(client, out _))
            Refuse("AZURE_CLIENT_ID is not a client ID; "
                + "copy it from the overview of the user-assigned identity, or take it away for the app's own.");
        return new(Value("IDENTITY_ENDPOINT") is not null, client);
    }

    private string Site(bool live)
    {
        var value = Value("SITE_URL");
        if (value is null)
            return Refuse("SITE_URL is not set; write the address of the published site, such as https://www.example.org.");
        if (!Uri.TryCreate(value, UriKind.Absolute, out var uri) || !IsHttp(uri) || HasMore(uri) || uri.AbsolutePath != "/")
            return Refuse($"SITE_URL “{value}” is not the address of a site; write scheme and host only, such as https://www.example.org.");
        if (uri.IsLoopback)
            return live
                ? Refuse("SITE_URL is on this machine but STRIPE_SECRET_KEY is a live key; "
                    + "use a test key here, or set SITE_URL to the published site.")
                : Origin(uri);
        return uri.Scheme == Uri.UriSchemeHttps ? Origin(uri) : Refuse($"SITE_URL “{value}” is not encrypted; write it with https://.");
    }

    private Uri? Telemetry()
    {
        var value = Value("OTEL_EXPORTER_OTLP_ENDPOINT");
        if (value is null || Uri.TryCreate(value, UriKind.Absolute, out var uri) && IsHttp(uri))
            return value is null ? null : new Uri(value);
        Refuse("OTEL_EXPORTER_OTLP_ENDPOINT is not an address; write one such as http://localhost:4317, or take it away.");
        return null;
    }

    private int Number(string name, int otherwise, int least, int most)
    {
        var value = Value(name);
        if (value is null)
            return otherwise;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Refuse($"{name} “{value}” is not a number from {least} to {most}; write one, or take it away for {otherwise}.");
        return otherwise;
    }

    // “off” could be read two ways in a hurry: only words that cannot are taken.
    private bool Switch(string name, string on, string off)
    {
        switch (Value(name)?.ToUpperInvariant())
        {
            case null or "FALSE" or "0":
                return false;
            case "TRUE" or "1":
                return true;
            default:
                Refuse($"{name} “{Value(name)}” can be read two ways; write true {on}, or false {off}.");
                return false;
        }
    }

    // Under its old name it is a problem of its own, and not missing, too.
    private string? Value(string name) => Set(name) ?? (_oldNames.TryGetValue(name, out var oldName) ? Set(oldName) : null);

    private string? Set(string name) => _environment(name)?.Trim() is { Length: > 0 } value ? value : null;

    private string Refuse(string problem)
    {
        _problems.Add(problem);
        return "";
    }

    private static string Origin(Uri uri) => uri.GetLeftPart(UriPartial.Authority);

    private static bool IsHttp(Uri uri) => uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp;

    private static bool HasMore(Uri uri) => uri.Query.Length + uri.Fragment.Length + uri.UserInfo.Length > 0;

    [GeneratedRegex(@"\A(sk|rk)_(test|live)_[A-Za-z0-9_]+\z")]
    private static partial Regex SecretKey();

    [GeneratedRegex(@"\Awhsec_[\x21-\x7E]+\z")]
    private static partial Regex WebhookSecret();
}
