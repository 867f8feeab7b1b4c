using System.Globalization;
using Advocacy.Content;
using Advocacy.Content.Giving;
using Advocacy.Functions.Ledger;

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

    private const string Campaign = "campaign";
    private const string Designation = "designation";
    private const string Source = "from";

    // Free words could be anybody's name, and the ledger keeps none.
    private static readonly (string Name, Func<string?, bool> IsReadable)[] _recorded =
        [(Campaign, Slug.IsOne), (Designation, Slug.IsOne), (Source, GiftSource.IsOne)];

    /// <summary>The mark alone decides: money that came through our form counts, whatever became of its other fields.</summary>
    public static bool IsOurs(IReadOnlyDictionary<string, string>? metadata) => metadata?.GetValueOrDefault(Mark) == Ours;

    public static Dictionary<string, string> Of(Gift gift)
    {
        var metadata = new Dictionary<string, string>
        {
            [Mark] = Ours,
            [Campaign] = gift.Campaign.Slug,
            ["interval"] = gift.Interval,
            ["language"] = gift.Language,
            ["base_amount"] = gift.Chosen.ToString(CultureInfo.InvariantCulture),
        };
        if (gift.Designation is { } designation)
            metadata[Designation] = designation.Slug;
        if (gift.From is { } from)
            metadata[Source] = from;
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
            Campaign = Read(metadata, Campaign) ?? Ledger.Settled.NoCampaign,
            Designation = Read(metadata, Designation),
            Source = Read(metadata, Source),
            Tribute = metadata.GetValueOrDefault("tribute") is "honor" or "memory",
            Interval = interval,
        };

    /// <returns>
    /// The fields that the ledger has to do without: there in another form than we wrote, or, of the campaign, not there at all.
    /// </returns>
    public static IEnumerable<string> Unreadable(IReadOnlyDictionary<string, string> metadata) =>
        from field in _recorded
        where field.Name == Campaign || metadata.ContainsKey(field.Name)
        where !field.IsReadable(metadata.GetValueOrDefault(field.Name))
        select field.Name;

    private static string? Read(IReadOnlyDictionary<string, string> metadata, string name) =>
        metadata.GetValueOrDefault(name) is var value && Array.Exists(_recorded, field => field.Name == name && field.IsReadable(value))
            ? value
            : null;
}
