using System.Text.Json.Nodes;

namespace Advocacy.Preview.StripeEmulator.Resources;

/// <summary>The account's balance: each movement of money is a transaction on it.</summary>
public sealed class Balance(StripeStore store)
{
    private const long TwoDays = 2 * 24 * 60 * 60;

    /// <param name="amount">Before the fee; negative where money leaves.</param>
    public JsonObject Move(string type, JsonObject source, long amount, long fee, string description) => store.Add(new JsonObject
    {
        ["id"] = StripeStore.NewId("txn"),
        ["object"] = "balance_transaction",
        ["amount"] = amount,
        ["available_on"] = store.Now + TwoDays,
        ["balance_type"] = "payments",
        ["created"] = store.Now,
        ["currency"] = source.Text("currency"),
        ["description"] = description,
        ["exchange_rate"] = null,
        ["fee"] = fee,
        ["fee_details"] = fee == 0 ? [] : new JsonArray(new JsonObject
        {
            ["amount"] = fee,
            ["currency"] = source.Text("currency"),
            ["description"] = type == "adjustment" ? "Dispute fee" : "Stripe processing fees",
            ["type"] = "stripe_fee",
        }),
        ["net"] = amount - fee,
        ["reporting_category"] = type switch
        {
            "adjustment" => amount < 0 ? "dispute" : "dispute_reversal",
            "payment" => "charge",
            "refund_failure" => "refund_failure",
            _ => type,
        },
        ["source"] = source.Id(),
        ["status"] = "pending",
        ["type"] = type,
    });

    /// <summary>Pays everything out that has not been, and says so.</summary>
    /// <returns>Null where there is nothing to pay out.</returns>
    public JsonObject? PayOut(string currency)
    {
        var waiting = store.NewestFirst("balance_transaction")
            .Where(moved => moved.Text("_payout") is null && moved.Text("type") != "payout" && moved.Text("currency") == currency).ToList();
        var sum = waiting.Sum(moved => moved.Number("net"));
        if (sum <= 0)
            return null;

        var payout = store.Add(new JsonObject
        {
            ["id"] = StripeStore.NewId("po"),
            ["object"] = "payout",
            ["amount"] = sum,
            ["arrival_date"] = store.Now,
            ["automatic"] = true,
            ["created"] = store.Now,
            ["currency"] = currency,
            ["description"] = "STRIPE PAYOUT",
            ["destination"] = null,
            ["failure_code"] = null,
            ["failure_message"] = null,
            ["livemode"] = false,
            ["metadata"] = new JsonObject(),
            ["method"] = "standard",
            ["reconciliation_status"] = "completed",
            ["source_type"] = "card",
            ["statement_descriptor"] = null,
            ["status"] = "pending",
            ["type"] = "bank_account",
        });
        var moved = Move("payout", payout, -sum, 0, "STRIPE PAYOUT");
        payout["balance_transaction"] = moved.Id();
        foreach (var transaction in waiting.Append(moved))
            (transaction["_payout"], transaction["status"]) = (payout.Id(), "available");
        store.Record("payout.created", payout);
        payout["status"] = "paid";
        store.Record("payout.paid", payout);
        return payout;
    }
}
