using System.Text.Json.Nodes;
using Advocacy.Preview.StripeEmulator.Api;

namespace Advocacy.Preview.StripeEmulator.Resources;

/// <summary>Subscriptions, which are pledges of monthly gifts.</summary>
public sealed class Subscriptions(StripeStore books, Payments payments, Invoices invoices)
{
    public JsonObject Begin(JsonObject customer, JsonArray items, JsonObject data)
    {
        var metadata = data.Hash("metadata").Copy();
        var recurring = items.First(item => item!["price"]!["recurring"] is not null)!;
        var pledge = books.Add(new JsonObject
        {
            ["id"] = StripeStore.NewId("sub"),
            ["object"] = "subscription",
            ["billing_cycle_anchor"] = books.Now,
            ["cancel_at"] = null,
            ["cancel_at_period_end"] = false,
            ["canceled_at"] = null,
            ["cancellation_details"] = new JsonObject { ["comment"] = null, ["feedback"] = null, ["reason"] = null },
            ["collection_method"] = "charge_automatically",
            ["created"] = books.Now,
            ["currency"] = (string?)recurring["currency"],
            ["customer"] = customer.Id(),
            ["default_payment_method"] = StripeStore.NewId("pm"),
            ["description"] = data.Text("description"),
            ["ended_at"] = null,
            ["invoice_settings"] = new JsonObject { ["account_tax_ids"] = null, ["issuer"] = new JsonObject { ["type"] = "self" } },
            ["latest_invoice"] = null,
            ["livemode"] = false,
            ["metadata"] = metadata,
            ["start_date"] = books.Now,
            ["status"] = "active",
            ["trial_end"] = null,
            ["trial_start"] = null,
            ["_footer"] = data.Hash("invoice_settings")?.Text("footer"),
            ["_line_items"] = new JsonArray([.. items.Where(item => item!["price"]!["recurring"] is not null).Select(item => item!.DeepClone())]),
        });
        pledge["items"] = new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray(ItemOf(pledge, recurring.AsObject())),
            ["has_more"] = false,
            ["url"] = $"/v1/subscription_items?subscription={pledge.Id()}",
        };
        books.Tell("customer.subscription.created", pledge);
        return pledge;
    }

    /// <summary>Makes an invoice and begins its payment.</summary>
    /// <param name="reason"><c>subscription_create</c> the first time, later <c>subscription_cycle</c>.</param>
    public (JsonObject Invoice, JsonObject Intent) Bill(JsonObject pledge, string reason, TestPaymentMethod means)
    {
        var customer = books[pledge.Text("customer")];
        var invoice = invoices.Open(
            pledge, customer, pledge["_line_items"]!.AsArray(), reason, pledge.Text("_footer"), null, pledge["metadata"]!.AsObject());
        var donor = Donor.Example with { Email = customer.Text("email") ?? "", Name = customer.Text("name") ?? "" };
        var intent = payments.Begin(
            invoice.Number("total"), pledge.Text("currency")!, means, donor, customer.Id(),
            reason == "subscription_create" ? "Subscription creation" : "Subscription update", []);
        invoices.Attach(invoice, intent);
        pledge["latest_invoice"] = invoice.Id();
        return (invoice, intent);
    }

    /// <summary>The next month's gift.</summary>
    /// <param name="declined">The card is refused, and the pledge is past due.</param>
    public JsonObject Renew(JsonObject pledge, bool declined = false)
    {
        var (invoice, intent) = Bill(pledge, "subscription_cycle", declined ? TestPaymentMethod.DeclinedCard : TestPaymentMethod.Card);
        if (declined)
        {
            payments.Fail(intent, "card_declined", "Your card was declined.");
            invoices.FailToPay(invoice);
            FallBehind(pledge);
            return invoice;
        }
        payments.Succeed(intent);
        invoices.Pay(invoice);
        payments.TellFee(intent);
        var item = pledge["items"]!["data"]![0]!;
        (item["current_period_start"], item["current_period_end"]) = (books.Now, InAMonth());
        books.Tell("customer.subscription.updated", pledge, new JsonObject { ["latest_invoice"] = null });
        return invoice;
    }

    /// <exception cref="StripeApiException">There is no such subscription, or it has ended.</exception>
    public JsonObject Cancel(string id)
    {
        if (books.Find(id) is not { } pledge || pledge.Text("object") != "subscription" || pledge.Text("status") == "canceled")
            throw StripeApiException.Missing("subscription", id);
        StripeStore.Change(pledge, new JsonObject { ["status"] = "canceled", ["canceled_at"] = books.Now, ["ended_at"] = books.Now });
        pledge["cancellation_details"]!["reason"] = "cancellation_requested";
        books.Tell("customer.subscription.deleted", pledge);
        return pledge;
    }

    private JsonObject ItemOf(JsonObject pledge, JsonObject item) => new()
    {
        ["id"] = StripeStore.NewId("si"),
        ["object"] = "subscription_item",
        ["created"] = books.Now,
        ["current_period_end"] = InAMonth(),
        ["current_period_start"] = books.Now,
        ["metadata"] = new JsonObject(),
        ["price"] = item["price"]!.DeepClone(),
        ["quantity"] = item.Number("quantity"),
        ["subscription"] = pledge.Id(),
    };

    private long InAMonth() => DateTimeOffset.FromUnixTimeSeconds(books.Now).AddMonths(1).ToUnixTimeSeconds();

    /// <summary>A charge for it has failed.</summary>
    public void FallBehind(JsonObject pledge) =>
        books.Tell("customer.subscription.updated", pledge, StripeStore.Change(pledge, new JsonObject { ["status"] = "past_due" }));
}
