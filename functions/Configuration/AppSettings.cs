using System.Collections.Immutable;
using Advocacy.Content.Giving;
using Advocacy.Functions.Hosting;
using Advocacy.Functions.Ledger;

namespace Advocacy.Functions.Configuration;

/// <summary>What the operator decides, from the environment. Only <see cref="AppSettingsReader"/> makes one, so that each value is sound.</summary>
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
    public required string Ledger { get; init; }
    /// <summary>For a ledger that is opened without a key.</summary>
    public required StorageIdentity Identity { get; init; }
    /// <summary>Path of the site's giving.json; null where the site itself is asked for it.</summary>
    public string? GivingFile { get; init; }
    /// <summary>Scheme and host of the published site, without a trailing slash.</summary>
    public required string Site { get; init; }
    public required bool GivingOff { get; init; }
    /// <summary>Checkout sessions a minute for one address, from 1.</summary>
    public required int RateAddress { get; init; }
    /// <summary>Checkout sessions a minute in all, from 1.</summary>
    public required int RateAll { get; init; }
    /// <summary>Where traces and metrics go (OTLP); null where they go nowhere.</summary>
    public Uri? Telemetry { get; init; }
}
