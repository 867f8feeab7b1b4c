using System.Text.Json.Nodes;

namespace Advocacy.Preview.StripeEmulator.Resources;

/// <summary>Invoices, and the records of what paid them. Charges and payment intents do not know their invoice.</summary>
public sealed class Invoices(StripeStore store)
{
    /// <param name="subscription">The subscription; null where it is the receipt of one gift.</param>
    public JsonObject Open(
        JsonObject? subscription, JsonObject customer, JsonArray items, string reason,
        string? footer, string? description, JsonObject metadata)
    {
        var total = items.Sum(item => item!.AsObject().Number("amount_total"));
        var invoice = store.Add(new JsonObject
        {
            ["id"] = StripeStore.NewId("in"),
            ["object"] = "invoice",
            ["account_country"] = "US",
            ["amount_due"] = total,
            ["amount_overpaid"] = 0,
            ["amount_paid"] = 0,
            ["amount_remaining"] = total,
            ["amount_shipping"] = 0,
            ["attempt_count"] = 1,
            ["attempted"] = true,
            ["auto_advance"] = false,
            ["billing_reason"] = reason,
            ["collection_method"] = "charge_automatically",
            ["created"] = store.Now,
            ["currency"] = (string?)items[0]!["currency"],
            ["custom_fields"] = null,
            ["customer"] = customer.Id(),
            ["customer_email"] = customer.Text("email"),
            ["customer_name"] = customer.Text("name"),
            ["description"] = description,
            ["footer"] = footer,
            ["hosted_invoice_url"] = null,
            ["invoice_pdf"] = null,
            ["lines"] = Lines(items, subscription, metadata),
            ["livemode"] = false,
            ["metadata"] = subscription is null ? metadata.DeepClone() : new JsonObject(),
            ["number"] = $"STANDIN-{store.NewestFirst("invoice").Count() + 1:0000}",
            ["parent"] = subscription is null ? null : ParentOf(subscription),
            ["period_end"] = store.Now,
            ["period_start"] = store.Now,
            ["post_payment_credit_notes_amount"] = 0,
            ["pre_payment_credit_notes_amount"] = 0,
            ["starting_balance"] = 0,
            ["status"] = "open",
            ["status_transitions"] = new JsonObject
            {
                ["finalized_at"] = store.Now,
                ["marked_uncollectible_at"] = null,
                ["paid_at"] = null,
                ["voided_at"] = null,
            },
            ["subtotal"] = total,
            ["total"] = total,
        });
        store.Record("invoice.created", invoice);
        store.Record("invoice.finalized", invoice);
        return invoice;
    }

    /// <summary>Notes which payment is to pay the invoice.</summary>
    public void Attach(JsonObject invoice, JsonObject intent) => store.Add(new JsonObject
    {
        ["id"] = StripeStore.NewId("inpay"),
        ["object"] = "invoice_payment",
        ["amount_paid"] = null,
        ["amount_requested"] = invoice.Number("total"),
        ["created"] = store.Now,
        ["currency"] = invoice.Text("currency"),
        ["invoice"] = invoice.Id(),
        ["is_default"] = true,
        ["livemode"] = false,
        ["payment"] = new JsonObject { ["payment_intent"] = intent.Id(), ["type"] = "payment_intent" },
        ["status"] = "open",
        ["status_transitions"] = new JsonObject { ["canceled_at"] = null, ["paid_at"] = null },
    });

    public void Pay(JsonObject invoice)
    {
        var total = invoice.Number("total");
        StripeStore.Change(invoice, new JsonObject { ["status"] = "paid", ["amount_paid"] = total, ["amount_remaining"] = 0 });
        invoice["status_transitions"]!["paid_at"] = store.Now;
        var payment = store.NewestFirst("invoice_payment").First(payment => payment.Text("invoice") == invoice.Id());
        StripeStore.Change(payment, new JsonObject { ["status"] = "paid", ["amount_paid"] = total });
        payment["status_transitions"]!["paid_at"] = store.Now;
        store.Record("invoice.paid", invoice);
        store.Record("invoice.payment_succeeded", invoice);
        store.Record("invoice_payment.paid", payment);
    }

    public void FailToPay(JsonObject invoice) => store.Record("invoice.payment_failed", invoice);

    private static JsonObject ParentOf(JsonObject subscription) => new()
    {
        ["quote_details"] = null,
        ["subscription_details"] = new JsonObject
        {
            ["metadata"] = subscription["metadata"]!.DeepClone(),
            ["subscription"] = subscription.Id(),
        },
        ["type"] = "subscription_details",
    };

    private JsonObject Lines(JsonArray items, JsonObject? subscription, JsonObject metadata) => new()
    {
        ["object"] = "list",
        ["data"] = new JsonArray([.. items.Select(item => new JsonObject
        {
            ["id"] = StripeStore.NewId("il"),
            ["object"] = "line_item",
            ["amount"] = (long)item!["amount_total"]!,
            ["currency"] = (string?)item["currency"],
            ["description"] = (string?)item["description"],
            ["livemode"] = false,
            ["metadata"] = subscription is null ? new JsonObject() : metadata.DeepClone(),
            ["period"] = new JsonObject { ["end"] = store.Now, ["start"] = store.Now },
            ["quantity"] = (long)item["quantity"]!,
        })]),
        ["has_more"] = false,
        ["url"] = "/v1/invoices/lines",
    };
}
