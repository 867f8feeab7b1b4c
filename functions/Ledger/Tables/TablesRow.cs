using System.Globalization;
using Azure.Data.Tables;

namespace Advocacy.Functions.Ledger.Tables;

/// <summary>The rows of a shard, and their keys. Ids, slugs and currencies hold none of the characters that a key may not have.</summary>
internal static class TablesRow
{
    public const string FirstGift = "gift|";
    public const string AfterGifts = "gift}";

    /// <summary>In place of the time of a gift that has not settled.</summary>
    public const long NotSettled = -1;

    public static string OfGift(string id) => FirstGift + id;

    public static string OfTotal(string campaign, string currency) => $"total|{campaign}|{currency}";

    public static string OfMinute(string campaign, string currency, long minute) =>
        string.Create(CultureInfo.InvariantCulture, $"minute|{campaign}|{currency}|{minute:D10}");

    /// <summary>A gift's facts in one property, which holds 32,000 characters: some 200 facts.</summary>
    public static TableEntity Write(string partition, LedgerGift gift) => new(partition, OfGift(gift.Id))
    {
        ["Settled"] = gift.Settled?.At.ToUnixTimeMilliseconds() ?? NotSettled,
        ["Facts"] = FactText.Of(gift.Facts),
    };

    public static LedgerGift ReadGift(TableEntity row) =>
        LedgerGift.Stored(row.RowKey[FirstGift.Length..], () => FactText.ReadAll(row.GetString("Facts")));
}
