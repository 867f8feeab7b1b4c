using System.Globalization;
using Advocacy.Functions.Ledger;

namespace Advocacy.Functions.Finance;

/// <summary>
/// One gift in the export. <c>gross</c> is what the donor paid, <c>fee</c> what Stripe kept, <c>dispute_fee</c> what it took for disputes, <c>net</c> what
/// is left, before any refund; the three are empty until known, and where our balance is in another currency. <c>refund</c> is what went back, by
/// refunds and lost disputes. Of a gift that the ledger can no longer read, <c>gross</c> says so.
/// </summary>
internal static class GiftLine
{
    public static readonly IReadOnlyList<string> Columns =
        ["date", "gift", "gross", "fee", "net", "currency", "campaign", "designation", "source", "tribute", "interval", "refund", "payout", "dispute_fee"];

    public static IReadOnlyList<string> Of(LedgerGift gift, TimeZoneInfo zone)
    {
        if (gift.Settled is not { } settled) return ["", gift.Id, "unreadable", .. Columns.Skip(3).Select(_ => "")];
        var fee = gift.Fee is { } known && known.Currency == settled.Currency ? known : null;
        var disputes = gift.DisputeFees(settled.Currency);
        return
        [
            TimeZoneInfo.ConvertTime(settled.At, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            gift.Id,
            Csv.Money(settled.Amount, settled.Currency),
            fee is null ? "" : Csv.Money(fee.Fee, fee.Currency),
            fee is null ? "" : Csv.Money(fee.Net - disputes, fee.Currency),
            settled.Currency.ToUpperInvariant(),
            Csv.Defused(settled.Campaign),
            Csv.Defused(settled.Designation),
            Csv.Defused(settled.Source),
            settled.Tribute ? "yes" : "no",
            Csv.Defused(settled.Interval),
            Csv.Money(settled.Amount - gift.Standing, settled.Currency),
            Csv.Defused(gift.Payout?.Payout),
            fee is null ? "" : Csv.Money(disputes, fee.Currency),
        ];
    }
}
