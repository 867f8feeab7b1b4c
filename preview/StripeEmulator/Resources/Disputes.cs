using System.Text.Json.Nodes;
using Advocacy.Content.Giving;

namespace Advocacy.Preview.StripeEmulator.Resources;

/// <summary>A donor's bank takes a gift back, and perhaps returns it.</summary>
/// <remarks>https://docs.stripe.com/disputes/how-disputes-work</remarks>
public sealed class Disputes(StripeStore books, Balance balance)
{
    private const long Fee = 1500;

    public JsonObject Open(JsonObject charge)
    {
        var dispute = books.Add(new JsonObject
        {
            ["id"] = StripeStore.NewId("dp"),
            ["object"] = "dispute",
            ["amount"] = charge.Number("amount") - charge.Number("amount_refunded"),
            ["balance_transactions"] = new JsonArray(),
            ["charge"] = charge.Id(),
            ["created"] = books.Now,
            ["currency"] = charge.Text("currency"),
            ["evidence"] = new JsonObject(),
            ["evidence_details"] = new JsonObject { ["due_by"] = books.Now + 7 * 24 * 60 * 60, ["has_evidence"] = false, ["past_due"] = false, ["submission_count"] = 0 },
            ["is_charge_refundable"] = false,
            ["livemode"] = false,
            ["metadata"] = new JsonObject(),
            ["payment_intent"] = charge.Text("payment_intent"),
            ["reason"] = "fraudulent",
            ["status"] = "needs_response",
        });
        charge["disputed"] = true;
        books.Tell("charge.dispute.created", dispute);
        Move(dispute, -dispute.Number("amount"), Fee, "Chargeback withdrawal");
        books.Tell("charge.dispute.funds_withdrawn", dispute);
        return dispute;
    }

    /// <summary>The bank decides for us: the money comes back.</summary>
    public void Win(JsonObject dispute)
    {
        Move(dispute, dispute.Number("amount"), -Fee, "Chargeback reversal");
        dispute["status"] = "won";
        books.Tell("charge.dispute.funds_reinstated", dispute);
        books.Tell("charge.dispute.closed", dispute);
    }

    public void Lose(JsonObject dispute)
    {
        dispute["status"] = "lost";
        books.Tell("charge.dispute.closed", dispute);
    }

    /// <summary>The bank changes its mind after the dispute was lost.</summary>
    public void Reinstate(JsonObject dispute)
    {
        var before = StripeStore.Change(dispute, new JsonObject { ["status"] = "won" });
        Move(dispute, dispute.Number("amount"), -Fee, "Chargeback reversal");
        books.Tell("charge.dispute.updated", dispute, before);
        books.Tell("charge.dispute.funds_reinstated", dispute);
    }

    private void Move(JsonObject dispute, long amount, long fee, string description) =>
        dispute["balance_transactions"]!.AsArray().Add(StripeStore.Public(balance.Move("adjustment", dispute, amount, fee, description)));
}
