using System.Globalization;
using Advocacy.Functions.Gifts;

namespace Advocacy.Functions.Checkouts;

/// <summary>What is written on the session and on its payment or subscription: the webhook reads it back into the ledger.</summary>
public static class GiftMetadata
{
    public static Dictionary<string, string> Of(Gift gift)
    {
        var metadata = new Dictionary<string, string>
        {
            // Marks our own among all that one account at Stripe may take money for.
            [Webhooks.GiftMetadata.Mark] = Webhooks.GiftMetadata.Ours,
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
}
