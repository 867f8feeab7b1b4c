using System.Text.Json.Nodes;

namespace Advocacy.Preview.StripeEmulator.Resources;

/// <summary>A donor's bank takes a gift back, and perhaps returns it.</summary>
/// <remarks>https://docs.stripe.com/disputes/how-disputes-work</remarks>
public sealed class Disputes(StripeStore store, Balance balance)
{
    private const long Fee = 1500;

    public JsonObject Open(JsonObject charge)
    {
        var dispute = store.Add(new JsonObject
        {
            ["id"] = StripeStore.NewId("dp"),
            ["object"] = "dispute",
            ["amount"] = charge.Number("amount") - charge.Number("amount_refunded"),
            ["balance_transactions"] = new JsonArray(),
            ["charge"] = charge.Id(),
            ["created"] = store.Now,
            ["currency"] = charge.Text("currency"),
            ["evidence"] = new JsonObject(),
            ["evidence_details"] = new JsonObject
            {
                ["due_by"] = store.Now + 7 * 24 * 60 * 60,
                ["has_evidence"] = false,
                ["past_due"] = false,
                ["submission_count"] = 0,
            },
            ["is_charge_refundable"] = false,
            ["livemode"] = false,
            ["metadata"] = new JsonObject(),
            ["payment_intent"] = charge.Text("payment_intent"),
            ["reason"] = "fraudulent",
            ["status"] = "needs_response",
        });
        charge["disputed"] = true;
        store.Record("charge.dispute.created", dispute);
        Move(dispute, -dispute.Number("amount"), Fee, "Chargeback withdrawal");
        store.Record("charge.dispute.funds_withdrawn", dispute);
        return dispute;
    }

    /// <summary>The bank decides for us: the money comes back.</summary>
    public void Win(JsonObject dispute)
    {
        Move(dispute, dispute.Number("amount"), -Fee, "Chargeback reversal");
        dispute["status"] = "won";
        store.Record("charge.dispute.funds_reinstated", dispute);
        store.Record("charge.dispute.closed", dispute);
    }

    public void Lose(JsonObject dispute)
    {
        dispute["status"] = "lost";
        store.Record("charge.dispute.closed", dispute);
    }

    /// <summary>The bank changes its mind after the dispute was lost.</summary>
    public void Reinstate(JsonObject dispute)
    {
        var before = StripeStore.Change(dispute, new JsonObject { ["status"] = "won" });
        Move(dispute, dispute.Number("amount"), -Fee, "Chargeback reversal");
        store.Record("charge.dispute.updated", dispute, before);
        store.Record("charge.dispute.funds_reinstated", dispute);
    }

    private void Move(JsonObject dispute, long amount, long fee, string description) =>
        dispute["balance_transactions"]!.AsArray().Add(StripeStore.Public(balance.Move("adjustment", dispute, amount, fee, description)));
}
