using System.Text.Json.Nodes;
using Advocacy.Preview.StripeEmulator.Api;
using Advocacy.Preview.StripeEmulator.Resources;

namespace Advocacy.Preview.StripeEmulator;

/// <summary>The part of Stripe's API that the donations use. Not for several threads.</summary>
public sealed class StripeApi(StripeStore store, CheckoutSessions checkouts, Refunds refunds, Subscriptions subscriptions, Portal portal)
{
    private static readonly Dictionary<string, (string Kind, Type Get, Type List)> _kinds = new()
    {
        ["checkout/sessions"] =
            Kind<global::Stripe.Checkout.SessionGetOptions, global::Stripe.Checkout.SessionListOptions>("checkout.session"),
        ["payment_intents"] = Kind<global::Stripe.PaymentIntentGetOptions, global::Stripe.PaymentIntentListOptions>("payment_intent"),
        ["charges"] = Kind<global::Stripe.ChargeGetOptions, global::Stripe.ChargeListOptions>("charge"),
        ["balance_transactions"] =
            Kind<global::Stripe.BalanceTransactionGetOptions, global::Stripe.BalanceTransactionListOptions>("balance_transaction"),
        ["payouts"] = Kind<global::Stripe.PayoutGetOptions, global::Stripe.PayoutListOptions>("payout"),
        ["invoices"] = Kind<global::Stripe.InvoiceGetOptions, global::Stripe.InvoiceListOptions>("invoice"),
        ["invoice_payments"] = Kind<global::Stripe.InvoicePaymentGetOptions, global::Stripe.InvoicePaymentListOptions>("invoice_payment"),
        ["subscriptions"] = Kind<global::Stripe.SubscriptionGetOptions, global::Stripe.SubscriptionListOptions>("subscription"),
        ["customers"] = Kind<global::Stripe.CustomerGetOptions, global::Stripe.CustomerListOptions>("customer"),
        ["refunds"] = Kind<global::Stripe.RefundGetOptions, global::Stripe.RefundListOptions>("refund"),
        ["disputes"] = Kind<global::Stripe.DisputeGetOptions, global::Stripe.DisputeListOptions>("dispute"),
        ["events"] = Kind<global::Stripe.EventGetOptions, global::Stripe.EventListOptions>("event"),
    };

    /// <param name="path">After <c>/v1/</c>.</param>
    /// <param name="raw">Of the query, or of the body where it has one.</param>
    public StripeResponse Respond(string method, string path, JsonObject raw)
    {
        try
        {
            var (answer, expand) = Do(method, path, raw);
            Expansion.Expand(answer, expand, store);
            return new StripeResponse(200, answer);
        }
        catch (StripeApiException refused)
        {
            return refused.Response;
        }
        // A fault of the emulator itself must not look like a refusal, and is reported where it is seen.
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
                return Read<global::Stripe.SubscriptionCancelOptions>(raw, _ => subscriptions.Cancel(id));
            case ("GET", "billing_portal", ["configurations"]):
                return Read<global::Stripe.BillingPortal.ConfigurationListOptions>(raw, portal.Configurations);
            case ("POST", "billing_portal", ["sessions"]):
                return Read<global::Stripe.BillingPortal.SessionCreateOptions>(raw, portal.Open);
            case ("GET", _, []) when _kinds.TryGetValue(collection, out var kind):
                return Read(raw, kind.List, asked => ListObject.Of(Listed(kind.Kind, asked), asked, $"/v1/{collection}"));
            case ("GET", _, [var id]) when _kinds.TryGetValue(collection, out var kind):
                return Read(raw, kind.Get, _ => StripeStore.Public(Find(kind.Kind, id)));
            default:
                throw new StripeApiException(StripeResponse.Refuse(null, null,
                    $"Unrecognized request URL ({method}: /v1/{path}). This stand-in knows only what the donations use.", 404));
        }
    }

    private static (JsonObject StripeResponse, JsonArray? Expand) Read<TOptions>(JsonObject raw, Func<JsonObject, JsonObject> act) =>
        Read(raw, typeof(TOptions), act);

    private static (JsonObject StripeResponse, JsonArray? Expand) Read(JsonObject raw, Type options, Func<JsonObject, JsonObject> act)
    {
        var asked = Parameters.Read(raw, options);
        return (StripeStore.Public(act(asked)), asked["expand"] as JsonArray);
    }

    private static (string Kind, Type Get, Type List) Kind<TGet, TList>(string kind) => (kind, typeof(TGet), typeof(TList));

    private JsonObject Find(string kind, string id) =>
        store.Find(id) is { } found && found.Text("object") == kind ? found : throw StripeApiException.Missing(kind, id);

    /// <summary>Ended subscriptions are listed only when they are asked for.</summary>
    private IEnumerable<JsonObject> Listed(string kind, JsonObject asked) => kind == "subscription" && asked["status"] is null
        ? store.NewestFirst(kind).Where(subscription => subscription.Text("status") != "canceled")
        : store.NewestFirst(kind);
}
