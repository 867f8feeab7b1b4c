using System.Globalization;
using Advocacy.Content;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Stripe;

namespace Advocacy.Functions.Checkout;

/// <summary>
/// What is written on a session and on its payment or subscription when the donor leaves for Stripe, and read back when Stripe reports
/// the money. Somebody may have edited it at Stripe meanwhile.
/// </summary>
public static class GiftMetadata
{
    /// <summary>The key that marks our own objects among all that one Stripe account may take money for.</summary>
    public const string Mark = "advocacy";

    public const string Ours = "1";

    public static bool IsOurs(IReadOnlyDictionary<string, string>? metadata) =>
        metadata?.GetValueOrDefault(Mark) == Ours && Slug.IsOne(metadata.GetValueOrDefault("campaign"));

    public static Dictionary<string, string> Of(Gift gift)
    {
        var metadata = new Dictionary<string, string>
        {
            [Mark] = Ours,
            ["campaign"] = gift.Campaign.Slug,
            ["interval"] = gift.Interval,
            ["language"] = gift.Language,
            ["base_amount"] = gift.Chosen.ToString(CultureInfo.InvariantCulture),
        };
        if (gift.Designation is { } designation)
            metadata["designation"] = designation.Slug;
        if (gift.From is { } from)
            metadata["from"] = from;
        if (gift.Tribute is { } tribute)
        {
            metadata["tribute"] = KindOf(tribute);
            metadata["tribute_name"] = tribute.Name;
        }
        return metadata;
    }

    public static string KindOf(Tribute tribute) => tribute.Kind == TributeKind.Honor ? "honor" : "memory";

    /// <param name="metadata">Of an object that <see cref="IsOurs"/>.</param>
    /// <param name="gift">The id of the payment.</param>
    public static Settled Settled(
        IReadOnlyDictionary<string, string> metadata, string gift, DateTimeOffset at, long amount, string currency, string interval) =>
        new()
        {
            Gift = gift,
            At = at,
            Amount = amount,
            Currency = currency,
            Campaign = metadata["campaign"],
            Designation = KnownForm(metadata.GetValueOrDefault("designation")),
            Source = metadata.GetValueOrDefault("from") is { } from && StripeValue.IsSource(from) ? from : null,
            Tribute = metadata.GetValueOrDefault("tribute") is "honor" or "memory",
            Interval = interval,
        };

    // Free words could be anybody's name, and the ledger keeps none.
    private static string? KnownForm(string? value) => Slug.IsOne(value) ? value : null;
}
