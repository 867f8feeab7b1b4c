using System.Globalization;
using Advocacy.Functions.Ledger;

namespace Advocacy.TestKit.Ledger;

/// <summary>Facts for tests, in dollars of a campaign.</summary>
internal static class Given
{
    public const string Campaign = "giving-tuesday";

    public static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-12-01T12:00:00Z", CultureInfo.InvariantCulture);

    public static Settled Gift(
        string gift = "pi_1",
        long amount = 5000,
        DateTimeOffset? at = null,
        string campaign = Campaign,
        string currency = "usd") =>
        new()
        {
            Gift = gift,
            At = at ?? Noon,
            Amount = amount,
            Currency = currency,
            Campaign = campaign,
            Designation = "legal-aid",
            Source = "ferry",
            Tribute = true,
            Interval = "once",
        };

    public static Refunded Refund(long amount, string refund = "re_1", string gift = "pi_1") =>
        new() { Gift = gift, At = Noon, Refund = refund, Amount = amount };

    public static RefundFailed RefundFailed(string refund = "re_1", string gift = "pi_1") =>
        new() { Gift = gift, At = Noon, Refund = refund };

    public static DisputeLost DisputeLost(long amount, string dispute = "dp_1", string gift = "pi_1") =>
        new() { Gift = gift, At = Noon, Dispute = dispute, Amount = amount };

    public static DisputeReinstated DisputeReinstated(string dispute = "dp_1", string gift = "pi_1") =>
        new() { Gift = gift, At = Noon, Dispute = dispute };

    public static FeeKnown Fee(long fee, long net, string gift = "pi_1") =>
        new() { Gift = gift, At = Noon, Transaction = "txn_1", Fee = fee, Net = net, Currency = "usd" };

    public static DisputeFee DisputeFee(long fee, string gift = "pi_1", string transaction = "txn_dispute") =>
        new() { Gift = gift, At = Noon, Transaction = transaction, Fee = fee, Currency = "usd" };

    public static PaidOut Payout(string payout = "po_1", string gift = "pi_1") => new() { Gift = gift, At = Noon, Payout = payout };
}
