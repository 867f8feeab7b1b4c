using System.Text.Json.Nodes;
using Advocacy.Preview.StripeEmulator.Api;

namespace Advocacy.Preview.StripeEmulator.Resources;

/// <summary>Subscriptions, which are subscriptions of monthly gifts.</summary>
public sealed class Subscriptions(StripeStore store, Payments payments, Invoices invoices)
{
    public JsonObject Begin(JsonObject customer, JsonArray items, JsonObject data)
    {
        var metadata = data.Hash("metadata").Copy();
        var recurring = items.First(IsRecurring)!;
        var subscription = store.Add(new JsonObject
        {
            ["id"] = StripeStore.NewId("sub"),
            ["object"] = "subscription",
            ["billing_cycle_anchor"] = store.Now,
            ["cancel_at"] = null,
            ["cancel_at_period_end"] = false,
            ["canceled_at"] = null,
            ["cancellation_details"] = new JsonObject { ["comment"] = null, ["feedback"] = null, ["reason"] = null },
            ["collection_method"] = "charge_automatically",
            ["created"] = store.Now,
            ["currency"] = (string?)recurring["currency"],
            ["customer"] = customer.Id(),
            ["default_payment_method"] = StripeStore.NewId("pm"),
            ["description"] = data.Text("description"),
            ["ended_at"] = null,
            ["invoice_settings"] = new JsonObject { ["account_tax_ids"] = null, ["issuer"] = new JsonObject { ["type"] = "self" } },
            ["latest_invoice"] = null,
            ["livemode"] = false,
            ["metadata"] = metadata,
            ["start_date"] = store.Now,
            ["status"] = "active",
            ["trial_end"] = null,
            ["trial_start"] = null,
            ["_footer"] = data.Hash("invoice_settings")?.Text("footer"),
            ["_line_items"] = new JsonArray([.. items.Where(IsRecurring).Select(item => item!.DeepClone())]),
        });
        subscription["items"] = new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray(ItemOf(subscription, recurring.AsObject())),
            ["has_more"] = false,
            ["url"] = $"/v1/subscription_items?subscription={subscription.Id()}",
        };
        store.Record("customer.subscription.created", subscription);
        return subscription;
    }

    /// <summary>Makes an invoice and begins its payment.</summary>
    /// <param name="reason"><c>subscription_create</c> the first time, later <c>subscription_cycle</c>.</param>
    public (JsonObject Invoice, JsonObject Intent) Bill(JsonObject subscription, string reason, TestPaymentMethod method)
    {
        var customer = store[subscription.Text("customer")];
        var invoice = invoices.Open(
            subscription, customer, subscription["_line_items"]!.AsArray(), reason,
            subscription.Text("_footer"), null, subscription["metadata"]!.AsObject());
        var donor = Donor.Example with { Email = customer.Text("email") ?? "", Name = customer.Text("name") ?? "" };
        var intent = payments.Begin(
            invoice.Number("total"), subscription.Text("currency")!, method, donor, customer.Id(),
            reason == "subscription_create" ? "Subscription creation" : "Subscription update", []);
        invoices.Attach(invoice, intent);
        subscription["latest_invoice"] = invoice.Id();
        return (invoice, intent);
    }

    /// <summary>The next month's gift.</summary>
    /// <param name="declined">The card is refused, and the subscription is past due.</param>
    public JsonObject Renew(JsonObject subscription, bool declined = false)
    {
        var method = declined ? TestPaymentMethod.DeclinedCard : TestPaymentMethod.Card;
        var (invoice, intent) = Bill(subscription, "subscription_cycle", method);
        if (declined)
        {
            payments.Fail(intent, "card_declined", "Your card was declined.");
            invoices.FailToPay(invoice);
            FallBehind(subscription);
            return invoice;
        }
        payments.Succeed(intent);
        invoices.Pay(invoice);
        payments.RecordFee(intent);
        var item = subscription["items"]!["data"]![0]!;
        (item["current_period_start"], item["current_period_end"]) = (store.Now, InAMonth());
        store.Record("customer.subscription.updated", subscription, new JsonObject { ["latest_invoice"] = null });
        return invoice;
    }

    /// <exception cref="StripeApiException">There is no such subscription, or it has ended.</exception>
    public JsonObject Cancel(string id)
    {
        if (store.Find(id) is not { } subscription || subscription.Text("object") != "subscription")
            throw StripeApiException.Missing("subscription", id);
        if (subscription.Text("status") == "canceled")
            throw StripeApiException.Missing("subscription", id);
        StripeStore.Change(subscription, new JsonObject { ["status"] = "canceled", ["canceled_at"] = store.Now, ["ended_at"] = store.Now });
        subscription["cancellation_details"]!["reason"] = "cancellation_requested";
        store.Record("customer.subscription.deleted", subscription);
        return subscription;
    }

    private static bool IsRecurring(JsonNode? item) => item!["price"]!["recurring"] is not null;

    private JsonObject ItemOf(JsonObject subscription, JsonObject item) => new()
    {
        ["id"] = StripeStore.NewId("si"),
        ["object"] = "subscription_item",
        ["created"] = store.Now,
        ["current_period_end"] = InAMonth(),
        ["current_period_start"] = store.Now,
        ["metadata"] = new JsonObject(),
        ["price"] = item["price"]!.DeepClone(),
        ["quantity"] = item.Number("quantity"),
        ["subscription"] = subscription.Id(),
    };

    private long InAMonth() => DateTimeOffset.FromUnixTimeSeconds(store.Now).AddMonths(1).ToUnixTimeSeconds();

    /// <summary>A charge for it has failed.</summary>
    public void FallBehind(JsonObject subscription)
    {
        var before = StripeStore.Change(subscription, new JsonObject { ["status"] = "past_due" });
        store.Record("customer.subscription.updated", subscription, before);
    }
}
