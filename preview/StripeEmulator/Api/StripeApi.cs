using System.Text.Json.Nodes;
using Advocacy.Preview.StripeEmulator.Resources;

namespace Advocacy.Preview.StripeEmulator.Api;

/// <summary>The part of Stripe's API that the donations use. Not for several threads.</summary>
public sealed class StripeApi(StripeStore books, CheckoutSessions checkouts, Refunds refunds, Subscriptions pledges, Portal portal)
{
    private static readonly Dictionary<string, (string Kind, Type Get, Type List)> _kinds = new()
    {
        ["checkout/sessions"] = ("checkout.session", typeof(global::Stripe.Checkout.SessionGetOptions), typeof(global::Stripe.Checkout.SessionListOptions)),
        ["payment_intents"] = ("payment_intent", typeof(global::Stripe.PaymentIntentGetOptions), typeof(global::Stripe.PaymentIntentListOptions)),
        ["charges"] = ("charge", typeof(global::Stripe.ChargeGetOptions), typeof(global::Stripe.ChargeListOptions)),
        ["balance_transactions"] = ("balance_transaction", typeof(global::Stripe.BalanceTransactionGetOptions), typeof(global::Stripe.BalanceTransactionListOptions)),
        ["payouts"] = ("payout", typeof(global::Stripe.PayoutGetOptions), typeof(global::Stripe.PayoutListOptions)),
        ["invoices"] = ("invoice", typeof(global::Stripe.InvoiceGetOptions), typeof(global::Stripe.InvoiceListOptions)),
        ["invoice_payments"] = ("invoice_payment", typeof(global::Stripe.InvoicePaymentGetOptions), typeof(global::Stripe.InvoicePaymentListOptions)),
        ["subscriptions"] = ("subscription", typeof(global::Stripe.SubscriptionGetOptions), typeof(global::Stripe.SubscriptionListOptions)),
        ["customers"] = ("customer", typeof(global::Stripe.CustomerGetOptions), typeof(global::Stripe.CustomerListOptions)),
        ["refunds"] = ("refund", typeof(global::Stripe.RefundGetOptions), typeof(global::Stripe.RefundListOptions)),
        ["disputes"] = ("dispute", typeof(global::Stripe.DisputeGetOptions), typeof(global::Stripe.DisputeListOptions)),
        ["events"] = ("event", typeof(global::Stripe.EventGetOptions), typeof(global::Stripe.EventListOptions)),
    };

    /// <param name="path">After <c>/v1/</c>.</param>
    /// <param name="raw">Of the query, or of the body where it has one.</param>
    public StripeResponse Respond(string method, string path, JsonObject raw)
    {
        try
        {
            var (answer, expand) = Do(method, path, raw);
            Expansion.Expand(answer, expand, books);
            return new StripeResponse(200, answer);
        }
        catch (StripeApiException refused)
        {
            return refused.Response;
        }
        // A fault of the stand-in itself must be told from a refusal, and said where it is seen.
        catch (Exception fault)
        {
            return StripeResponse.Refuse(null, null, $"The stand-in failed: {fault}", 500, "api_error");
        }
    }

    private (JsonObject StripeResponse, JsonArray? Expand) Do(string method, string path, JsonObject raw)
    {
        var collection = path.StartsWith("checkout/sessions", StringComparison.Ordinal) ? "checkout/sessions" : path.Split('/')[0];
        var rest = path[Math.Min(path.Length, collection.Length)..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        switch (method, collection, rest)
        {
            case ("POST", "checkout/sessions", []):
                return Read<global::Stripe.Checkout.SessionCreateOptions>(raw, checkouts.Create);
            case ("POST", "checkout/sessions", [var id, "expire"]):
                return Read<global::Stripe.Checkout.SessionExpireOptions>(raw, _ => checkouts.Expire(id));
            case ("GET", "checkout/sessions", [var id, "line_items"]):
                return Read<global::Stripe.Checkout.SessionLineItemListOptions>(raw, asked => checkouts.LineItems(id, asked));
            case ("POST", "refunds", []):
                return Read<global::Stripe.RefundCreateOptions>(raw, refunds.Create);
            case ("DELETE", "subscriptions", [var id]):
                return Read<global::Stripe.SubscriptionCancelOptions>(raw, _ => pledges.Cancel(id));
            case ("GET", "billing_portal", ["configurations"]):
                return Read<global::Stripe.BillingPortal.ConfigurationListOptions>(raw, portal.Configurations);
            case ("POST", "billing_portal", ["sessions"]):
                return Read<global::Stripe.BillingPortal.SessionCreateOptions>(raw, portal.Open);
            case ("GET", _, []) when _kinds.TryGetValue(collection, out var kind):
                return Read(raw, kind.List, asked => ListObject.Of(Listed(kind.Kind, asked), asked, $"/v1/{collection}"));
            case ("GET", _, [var id]) when _kinds.TryGetValue(collection, out var kind):
                return Read(raw, kind.Get, _ => StripeStore.Public(Find(kind.Kind, id)));
            default:
                throw new StripeApiException(StripeResponse.Refuse(null, null, $"Unrecognized request URL ({method}: /v1/{path}). This stand-in knows only what the donations use.", 404));
        }
    }

    private static (JsonObject StripeResponse, JsonArray? Expand) Read<TOptions>(JsonObject raw, Func<JsonObject, JsonObject> act) => Read(raw, typeof(TOptions), act);

    private static (JsonObject StripeResponse, JsonArray? Expand) Read(JsonObject raw, Type options, Func<JsonObject, JsonObject> act)
    {
        var asked = Parameters.Read(raw, options);
        return (StripeStore.Public(act(asked)), asked["expand"] as JsonArray);
    }

    private JsonObject Find(string kind, string id) =>
        books.Find(id) is { } found && found.Text("object") == kind ? found : throw StripeApiException.Missing(kind, id);

    /// <summary>Ended subscriptions are listed only when they are asked for.</summary>
    private IEnumerable<JsonObject> Listed(string kind, JsonObject asked) => kind == "subscription" && asked["status"] is null
        ? books.NewestFirst(kind).Where(pledge => pledge.Text("status") != "canceled")
        : books.NewestFirst(kind);
}
