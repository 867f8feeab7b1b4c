using Advocacy.Functions.Ledger;

namespace Advocacy.Functions.Webhooks;

/// <summary>What we wrote on a session, payment or subscription when the donor left for Stripe.</summary>
internal static class GiftMetadata
{
    /// <summary>The key that marks our own among all that one account at Stripe may take money for.</summary>
    public const string Mark = "advocacy";

    public const string Ours = "1";

    public static bool IsOurs(IReadOnlyDictionary<string, string>? metadata) =>
        metadata?.GetValueOrDefault(Mark) == Ours && StripeValue.IsSlug(metadata.GetValueOrDefault("campaign"));

    public static Settled Settled(
        IReadOnlyDictionary<string, string> metadata, string gift, DateTimeOffset at, long amount, string currency, string interval) => new()
        {
            Gift = gift,
            At = at,
            Amount = amount,
            Currency = currency,
            Campaign = metadata["campaign"],
            Designation = Slug(metadata.GetValueOrDefault("designation")),
            Source = metadata.GetValueOrDefault("from") is { } from && StripeValue.IsSource(from) ? from : null,
            Tribute = metadata.GetValueOrDefault("tribute") is "honor" or "memory",
            Interval = interval,
        };

    // Somebody may have edited it at Stripe; free words could be anybody's name, and the ledger keeps none.
    private static string? Slug(string? value) => StripeValue.IsSlug(value) ? value : null;
}
