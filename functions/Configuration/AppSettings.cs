using System.Collections.Immutable;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Ledger.Tables;

namespace Advocacy.Functions.Configuration;

/// <summary>
/// What the operator decides, from the environment. Only <see cref="AppSettingsReader"/> makes one, so that each value is sound.
/// </summary>
public sealed record AppSettings
{
    public required string StripeKey { get; init; }
    /// <summary>Whether the key moves real money. Events of the other mode are not ours.</summary>
    public required bool Live { get; init; }
    /// <summary>Several while a secret is rolled. At least one.</summary>
    public required ImmutableArray<string> WebhookSecrets { get; init; }
    /// <summary>Without a trailing slash.</summary>
    public required string StripeBase { get; init; }
    /// <summary>As <see cref="LedgerSetting"/> reads it.</summary>
    public required string LedgerConnection { get; init; }
    /// <summary>For a ledger that is opened without a key.</summary>
    public required StorageIdentity Identity { get; init; }
    /// <summary>Path of the site's giving.json; null where the site itself is asked for it.</summary>
    public string? GivingFile { get; init; }
    /// <summary>Scheme and host of the published site, without a trailing slash.</summary>
    public required string Site { get; init; }
    /// <summary>Whether no gifts are taken for now.</summary>
    public required bool DonationsDisabled { get; init; }
    /// <summary>Checkout sessions a minute for one IP address, from 1.</summary>
    public required int RateLimitPerIp { get; init; }
    /// <summary>Checkout sessions a minute for all together, from 1.</summary>
    public required int RateLimitTotal { get; init; }
    /// <summary>Where traces and metrics go (OTLP); null where they go nowhere.</summary>
    public Uri? Telemetry { get; init; }
}
