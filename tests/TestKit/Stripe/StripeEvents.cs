using System.Text.Json.Nodes;
using Advocacy.TestKit.Ledger;

namespace Advocacy.TestKit.Stripe;

/// <summary>
/// Events in the shapes of Stripe's API 2026-10-28.endive, with all that the ledger reads and some of what it must leave alone.
/// </summary>
internal static class StripeEvents
{
    public const string Version = "2026-10-28.endive";

    public static JsonObject Metadata(string campaign = Given.Campaign) => new()
    {
        ["advocacy"] = "1",
        ["campaign"] = campaign,
        ["designation"] = "legal-aid",
        ["from"] = "ferry",
        ["interval"] = "once",
        ["tribute"] = "honor",
        ["tribute_name"] = "Somebody Dear",
        ["language"] = "en",
        ["base_amount"] = "5000",
    };

    public static JsonObject Event(
        string type, JsonObject subject, string id = "evt_1", DateTimeOffset? at = null, bool livemode = false) => new()
        {
            ["id"] = id,
            ["object"] = "event",
            ["api_version"] = Version,
            ["created"] = (at ?? Given.Noon).ToUnixTimeSeconds(),
            ["data"] = new JsonObject { ["object"] = subject },
            ["livemode"] = livemode,
            ["pending_webhooks"] = 1,
            ["request"] = new JsonObject { ["id"] = null, ["idempotency_key"] = null },
            ["type"] = type,
        };

    public static JsonObject Session(
        string gift = "pi_1",
        long amount = 5000,
        string status = "paid",
        string mode = "payment",
        JsonObject? metadata = null,
        string currency = "usd") => new()
        {
            ["id"] = $"cs_test_{gift}",
            ["object"] = "checkout.session",
            ["amount_subtotal"] = amount,
            ["amount_total"] = amount,
            ["created"] = Given.Noon.ToUnixTimeSeconds() - 600,
            ["currency"] = currency,
            ["customer_details"] = new JsonObject { ["email"] = "donor@example.org", ["name"] = "A Donor" },
            ["livemode"] = false,
            ["metadata"] = metadata ?? Metadata(),
            ["mode"] = mode,
            ["payment_intent"] = mode == "payment" ? gift : null,
            ["payment_status"] = status,
            ["status"] = status == "expired" ? "expired" : "complete",
            ["subscription"] = mode == "subscription" ? "sub_1" : null,
        };

    public static JsonObject Invoice(string invoice = "in_1", long amount = 5000, bool monthly = true, JsonObject? metadata = null) => new()
    {
        ["id"] = invoice,
        ["object"] = "invoice",
        ["amount_due"] = amount,
        ["amount_paid"] = amount,
        ["billing_reason"] = "subscription_cycle",
        ["currency"] = "usd",
        ["customer_email"] = "donor@example.org",
        ["metadata"] = new JsonObject(),
        ["parent"] = monthly
            ? new JsonObject
            {
                ["quote_details"] = null,
                ["subscription_details"] = new JsonObject { ["metadata"] = metadata ?? Metadata(), ["subscription"] = "sub_1" },
                ["type"] = "subscription_details",
            }
            : null,
        ["status"] = "paid",
        ["status_transitions"] = new JsonObject { ["paid_at"] = Given.Noon.ToUnixTimeSeconds() },
    };

    public static JsonObject Refund(long amount, string refund = "re_1", string gift = "pi_1", string status = "succeeded") => new()
    {
        ["id"] = refund,
        ["object"] = "refund",
        ["amount"] = amount,
        ["charge"] = $"ch_{gift}",
        ["created"] = Given.Noon.ToUnixTimeSeconds(),
        ["currency"] = "usd",
        ["metadata"] = new JsonObject(),
        ["payment_intent"] = gift,
        ["status"] = status,
    };

    /// <summary>Withdrawn when it was opened, and come back where it is won, unless <see cref="Moved"/> says otherwise.</summary>
    public static JsonObject Dispute(long amount, string status, string dispute = "du_1", string gift = "pi_1") => new()
    {
        ["id"] = dispute,
        ["object"] = "dispute",
        ["amount"] = amount,
        ["balance_transactions"] = status switch
        {
            "won" => Transactions("usd", -amount, amount),
            "warning_closed" => Transactions("usd"),
            _ => Transactions("usd", -amount),
        },
        ["charge"] = $"ch_{gift}",
        ["created"] = Given.Noon.ToUnixTimeSeconds(),
        ["currency"] = "usd",
        ["livemode"] = false,
        ["metadata"] = new JsonObject(),
        ["payment_intent"] = gift,
        ["reason"] = "fraudulent",
        ["status"] = status,
    };

    /// <summary>A dispute of which these amounts were withdrawn (below zero) and came back.</summary>
    public static JsonObject Moved(JsonObject dispute, string currency, params long[] amounts)
    {
        dispute["balance_transactions"] = Transactions(currency, amounts);
        return dispute;
    }

    private static JsonArray Transactions(string currency, params long[] amounts) =>
    [
        .. amounts.Select((amount, i) => new JsonObject
        {
            ["id"] = $"txn_{i}", ["object"] = "balance_transaction", ["amount"] = amount, ["currency"] = currency,
        }),
    ];
}
