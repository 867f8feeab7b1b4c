using System.Text.Json.Nodes;
using Advocacy.Preview.StripeEmulator.Api;

namespace Advocacy.Preview.StripeEmulator.Resources;

/// <summary>Refunds, and refunds that fail.</summary>
public sealed class Refunds(StripeStore store, Balance balance)
{
    /// <summary>What the API is asked for.</summary>
    /// <exception cref="StripeApiException">There is nothing of that size to refund.</exception>
    public JsonObject Create(JsonObject asked)
    {
        var id = asked.Text("payment_intent") ?? asked.Text("charge")
            ?? throw new StripeApiException("parameter_missing", null,
                "One of the following params should be provided for this request: payment_intent or charge.");
        var charge = store.Find(id) switch
        {
            { } known when known.Text("object") == "payment_intent" => store[known.Text("latest_charge")],
            { } known when known.Text("object") == "charge" => known,
            _ => throw StripeApiException.Missing(id.StartsWith("pi", StringComparison.Ordinal) ? "payment_intent" : "charge", id),
        };
        if (!charge.IsTrue("paid"))
            throw new StripeApiException(null, null, "This PaymentIntent does not have a successful charge to refund.");
        var left = charge.Number("amount") - charge.Number("amount_refunded");
        if (left == 0)
            throw new StripeApiException("charge_already_refunded", null, $"Charge {charge.Id()} has already been refunded.");
        var amount = asked["amount"] is null ? left : asked.Number("amount");
        if (amount < 1)
            throw new StripeApiException("parameter_invalid_integer", "amount", "This value must be greater than or equal to 1.");
        if (amount > left)
        {
            throw new StripeApiException("amount_too_large", "amount",
                $"Refund amount ({amount}) is greater than unrefunded amount on charge ({left})");
        }
        return Give(charge, amount, asked.Text("reason"), asked.Hash("metadata").Copy());
    }

    /// <summary>The donor's bank sends the money back: the refund has not taken place.</summary>
    public void Fail(JsonObject refund)
    {
        var charge = store[refund.Text("charge")];
        var moved = balance.Move("refund_failure", refund, refund.Number("amount"), 0, "Refund failure");
        var before = StripeStore.Change(refund, new JsonObject
        {
            ["status"] = "failed",
            ["failure_reason"] = "expired_or_canceled_card",
            ["failure_balance_transaction"] = moved.Id(),
        });
        StripeStore.Change(charge, new JsonObject
        {
            ["amount_refunded"] = charge.Number("amount_refunded") - refund.Number("amount"),
            ["refunded"] = false,
        });
        store.Record("refund.updated", refund, before);
        store.Record("refund.failed", refund);
        store.Record("charge.refund.updated", refund, before.DeepClone().AsObject());
    }

    private JsonObject Give(JsonObject charge, long amount, string? reason, JsonObject metadata)
    {
        var refund = store.Add(new JsonObject
        {
            ["id"] = StripeStore.NewId("re"),
            ["object"] = "refund",
            ["amount"] = amount,
            ["balance_transaction"] = null,
            ["charge"] = charge.Id(),
            ["created"] = store.Now,
            ["currency"] = charge.Text("currency"),
            ["metadata"] = metadata,
            ["payment_intent"] = charge.Text("payment_intent"),
            ["reason"] = reason,
            ["receipt_number"] = null,
            ["status"] = "succeeded",
        });
        refund["balance_transaction"] = balance.Move("refund", refund, -amount, 0, "Refund of a gift").Id();
        var refunded = charge.Number("amount_refunded") + amount;
        var before = StripeStore.Change(charge, new JsonObject
        {
            ["amount_refunded"] = refunded,
            ["refunded"] = refunded == charge.Number("amount"),
        });
        store.Record("refund.created", refund);
        store.Record("charge.refunded", charge, before);
        store.Record("refund.updated", refund, new JsonObject { ["destination_details"] = null });
        return refund;
    }
}
