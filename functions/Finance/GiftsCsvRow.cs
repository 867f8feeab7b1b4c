using System.Globalization;
using Advocacy.Content.Giving;
using Advocacy.Functions.Ledger;

namespace Advocacy.Functions.Finance;

/// <summary>
/// One gift in the export. <c>gross</c> is what the donor paid, <c>fee</c> what Stripe kept, <c>dispute_fee</c> what it took for
/// disputes, <c>net</c> what is left, before any refund; each is empty until known, and where it is in another currency. <c>refund</c> is
/// what went back, by refunds and lost disputes: all of the gift while any of that is in another currency. <c>difference</c> says what
/// does not fit, in sentences with semicolons between them. Of a gift that the ledger can no longer read, <c>gross</c> says so.
/// </summary>
internal static class GiftsCsvRow
{
    public static readonly IReadOnlyList<string> Columns =
    [
        "date", "gift", "gross", "fee", "net", "currency", "campaign", "designation", "source", "tribute", "interval", "refund", "payout",
        "dispute_fee", "difference",
    ];

    public static IReadOnlyList<string> Of(LedgerGift gift, TimeZoneInfo zone)
    {
        if (gift.Settled is not { } settled) return ["", gift.Id, "unreadable", .. Columns.Skip(3).Select(_ => "")];
        var fee = gift.Fee is { } known && known.Currency == settled.Currency ? known : null;
        var elsewhere = DisputeFeesElsewhere(gift, settled);
        long? disputes = fee is null || elsewhere is not [] ? null : gift.DisputeFees(settled.Currency);
        return
        [
            TimeZoneInfo.ConvertTime(settled.At, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            gift.Id,
            Csv.Money(settled.Amount, settled.Currency),
            Csv.Money(fee?.Fee, settled.Currency),
            Csv.Money(fee?.Net - disputes, settled.Currency),
            settled.Currency.ToUpperInvariant(),
            Csv.Defused(settled.Campaign),
            Csv.Defused(settled.Designation),
            Csv.Defused(settled.Source),
            settled.Tribute ? "yes" : "no",
            Csv.Defused(settled.Interval),
            Csv.Money(settled.Amount - gift.Standing, settled.Currency),
            Csv.Defused(gift.Payout?.Payout),
            Csv.Money(disputes, settled.Currency),
            Csv.Defused(string.Join("; ", [.. gift.Differences, .. elsewhere])),
        ];
    }

    private static string[] DisputeFeesElsewhere(LedgerGift gift, Settled settled) =>
    [
        .. gift.Facts.OfType<DisputeFee>().Select(fee => fee.Currency).Where(currency => currency != settled.Currency).Distinct()
            .Order(StringComparer.Ordinal).Select(currency => new Money(gift.DisputeFees(currency), currency.ToUpperInvariant()))
            .Where(sum => sum.Minor != 0)
            .Select(sum => $"the fees of disputes are {sum}, and the gift was in {settled.Currency.ToUpperInvariant()}"),
    ];
}
