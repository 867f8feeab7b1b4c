using System.Text.Json.Nodes;
using Advocacy.Preview.StripeEmulator.Api;

namespace Advocacy.Preview.StripeEmulator.Resources;

/// <summary>Checkout sessions, from their beginning to their end.</summary>
public sealed class CheckoutSessions(
    StripeStore store, Payments payments, Invoices invoices, Subscriptions subscriptions, Func<string> origin)
{
    private const long Day = 24 * 60 * 60;

    /// <exception cref="StripeApiException">Stripe would not make such a session.</exception>
    public JsonObject Create(JsonObject asked)
    {
        SessionRules.Check(asked, store.Now);
        if (asked.Text("customer") is { } customer && store.Find(customer)?.Text("object") != "customer")
            throw new StripeApiException("resource_missing", "customer", $"No such customer: '{customer}'");
        var items = new JsonArray([.. asked["line_items"]!.AsArray().Select(item => ItemOf(item!.AsObject()))]);
        var total = items.Sum(item => (long)item!["amount_total"]!);
        var id = StripeStore.NewId("cs_test");
        return store.Add(new JsonObject
        {
            ["id"] = id,
            ["object"] = "checkout.session",
            // On, unless a session or the account's dashboard says otherwise.
            ["adaptive_pricing"] = new JsonObject { ["enabled"] = asked.Hash("adaptive_pricing")?["enabled"]?.DeepClone() ?? true },
            ["allow_promotion_codes"] = asked["allow_promotion_codes"]?.DeepClone(),
            ["amount_subtotal"] = total,
            ["amount_total"] = total,
            ["automatic_tax"] = new JsonObject { ["enabled"] = false, ["liability"] = null, ["status"] = null },
            ["billing_address_collection"] = asked.Text("billing_address_collection"),
            ["cancel_url"] = asked.Text("cancel_url"),
            ["client_reference_id"] = asked.Text("client_reference_id"),
            ["client_secret"] = null,
            ["consent"] = null,
            ["created"] = store.Now,
            ["currency"] = (string?)items[0]!["currency"],
            ["custom_fields"] = new JsonArray([.. (asked["custom_fields"] as JsonArray ?? []).Select(field => FieldOf(field!.AsObject()))]),
            ["custom_text"] = asked["custom_text"]?.DeepClone(),
            ["customer"] = asked.Text("customer"),
            ["customer_creation"] = asked.Text("mode") == "payment" ? asked.Text("customer_creation") ?? "if_required" : "always",
            ["customer_details"] = null,
            ["customer_email"] = asked.Text("customer_email"),
            ["expires_at"] = asked["expires_at"] is null ? store.Now + Day : asked.Number("expires_at"),
            ["invoice"] = null,
            ["invoice_creation"] = asked.Text("mode") == "payment" ? asked["invoice_creation"]?.DeepClone() : null,
            ["livemode"] = false,
            ["locale"] = asked.Text("locale"),
            ["metadata"] = asked.Hash("metadata").Copy(),
            ["mode"] = asked.Text("mode"),
            ["payment_intent"] = null,
            ["payment_link"] = null,
            ["payment_method_collection"] = asked.Text("payment_method_collection") ?? "if_required",
            ["payment_method_types"] = new JsonArray("card", "us_bank_account"),
            ["payment_status"] = "unpaid",
            ["phone_number_collection"] = new JsonObject { ["enabled"] = false },
            ["setup_intent"] = null,
            ["status"] = "open",
            ["submit_type"] = asked.Text("submit_type"),
            ["subscription"] = null,
            ["success_url"] = asked.Text("success_url"),
            ["total_details"] = new JsonObject { ["amount_discount"] = 0, ["amount_shipping"] = 0, ["amount_tax"] = 0 },
            ["ui_mode"] = "hosted_page",
            ["url"] = $"{origin()}/c/pay/{id}",
            ["_line_items"] = items,
            ["_payment_intent_data"] = asked.Hash("payment_intent_data").Copy(),
            ["_subscription_data"] = asked.Hash("subscription_data").Copy(),
        });
    }

    public JsonObject Find(string id) =>
        store.Find(id) is { } session && session.Text("object") == "checkout.session"
            ? session
            : throw StripeApiException.Missing("checkout.session", id);

    public JsonObject LineItems(string id, JsonObject asked) =>
        ListObject.Of(Find(id)["_line_items"]!.AsArray().OfType<JsonObject>(), asked, $"/v1/checkout/sessions/{id}/line_items");

    /// <exception cref="StripeApiException">It is not open any more.</exception>
    public JsonObject Expire(string id)
    {
        var session = Find(id);
        if (session.Text("status") != "open")
        {
            throw new StripeApiException(null, null,
                "Only Checkout Sessions with a status in [\"open\"] can be expired. "
                + $"This Checkout Session has a status of {session.Text("status")}.");
        }
        StripeStore.Change(session, new JsonObject { ["status"] = "expired", ["url"] = null });
        store.Record("checkout.session.expired", session);
        return session;
    }

    public void ExpireDue()
    {
        var open = store.NewestFirst("checkout.session").Where(known => known.Text("status") == "open");
        foreach (var session in open.Where(known => known.Number("expires_at") <= store.Now).ToList())
            Expire(session.Id());
    }

    /// <summary>The donor presses the button.</summary>
    /// <returns>False where the card was declined: the session stays open, and the donor may try again.</returns>
    /// <exception cref="StripeApiException">The session is not open.</exception>
    public bool Pay(string id, TestPaymentMethod method, Donor donor)
    {
        var session = Find(id);
        if (session.Text("status") != "open")
            throw new StripeApiException(null, null, $"This Checkout Session is {session.Text("status")}.");
        var isMonthly = session.Text("mode") == "subscription";
        if (method == TestPaymentMethod.DeclinedCard)
        {
            // In subscription mode nothing is made before the card is good.
            if (!isMonthly)
                payments.Fail(BeginOnce(session, method, donor, null), "card_declined", "Your card was declined.");
            return false;
        }

        var customer = NeedsCustomer(session) ? CustomerOf(session, donor) : null;
        StripeStore.Change(session, new JsonObject { ["customer"] = customer?.Id(), ["customer_details"] = DetailsOf(donor) });
        foreach (var field in session["custom_fields"]!.AsArray().OfType<JsonObject>())
            field[field.Text("type")!]!["value"] = donor.Fields.GetValueOrDefault(field.Text("key")!);
        var (invoice, intent) = isMonthly ? BeginMonthly(session, customer!, method) : BeginGift(session, customer, method, donor);
        if (method == TestPaymentMethod.Card)
            Settle(session, intent, invoice);
        StripeStore.Change(session, new JsonObject { ["status"] = "complete", ["url"] = null });
        store.Record("checkout.session.completed", session);
        if (method == TestPaymentMethod.Card)
            payments.RecordFee(intent);
        return true;
    }

    /// <summary>A bank debit comes to its end, days after the session was completed.</summary>
    public void EndDebit(JsonObject session, bool succeeds)
    {
        var invoice = store.Find(session.Text("invoice"));
        var intent = store[session.Text("payment_intent") ?? PaymentOf(invoice)];
        if (succeeds)
        {
            Settle(session, intent, invoice);
            store.Record("checkout.session.async_payment_succeeded", session);
            payments.RecordFee(intent);
            return;
        }
        payments.Fail(intent, "payment_intent_payment_attempt_failed", "The customer's bank account has insufficient funds.");
        if (invoice is not null && invoice["parent"] is not null)
        {
            invoices.FailToPay(invoice);
            subscriptions.FallBehind(store[session.Text("subscription")]);
        }
        store.Record("checkout.session.async_payment_failed", session);
    }

    private string? PaymentOf(JsonObject? invoice)
    {
        var payment = store.NewestFirst("invoice_payment").First(payment => payment.Text("invoice") == invoice?.Id());
        return (string?)payment["payment"]!["payment_intent"];
    }

    private void Settle(JsonObject session, JsonObject intent, JsonObject? invoice)
    {
        payments.Succeed(intent);
        if (invoice is not null)
            invoices.Pay(invoice);
        session["payment_status"] = "paid";
    }

    private (JsonObject? Invoice, JsonObject Intent) BeginMonthly(JsonObject session, JsonObject customer, TestPaymentMethod method)
    {
        var subscription = subscriptions.Begin(customer, session["_line_items"]!.AsArray(), session["_subscription_data"]!.AsObject());
        var (invoice, intent) = subscriptions.Bill(subscription, "subscription_create", method);
        StripeStore.Change(session, new JsonObject { ["subscription"] = subscription.Id(), ["invoice"] = invoice.Id() });
        return (invoice, intent);
    }

    private (JsonObject? Invoice, JsonObject Intent) BeginGift(
        JsonObject session, JsonObject? customer, TestPaymentMethod method, Donor donor)
    {
        var intent = BeginOnce(session, method, donor, customer);
        session["payment_intent"] = intent.Id();
        if (session["invoice_creation"]?["enabled"]?.GetValue<bool>() != true)
            return (null, intent);
        var data = session["invoice_creation"]!["invoice_data"]?.AsObject() ?? [];
        var invoice = invoices.Open(
            null, customer!, session["_line_items"]!.AsArray(), "manual",
            data.Text("footer"), data.Text("description"), data.Hash("metadata").Copy());
        invoices.Attach(invoice, intent);
        session["invoice"] = invoice.Id();
        return (invoice, intent);
    }

    private JsonObject BeginOnce(JsonObject session, TestPaymentMethod method, Donor donor, JsonObject? customer)
    {
        var data = session["_payment_intent_data"]!.AsObject();
        return payments.Begin(
            session.Number("amount_total"), session.Text("currency")!, method, donor, customer?.Id(),
            data.Text("description"), data.Hash("metadata").Copy());
    }

    private static bool NeedsCustomer(JsonObject session) =>
        session.Text("customer") is not null || session.Text("customer_creation") == "always"
        || session["invoice_creation"]?["enabled"]?.GetValue<bool>() == true;

    private JsonObject CustomerOf(JsonObject session, Donor donor)
    {
        if (store.Find(session.Text("customer")) is { } known)
            return known;
        var customer = store.Add(new JsonObject
        {
            ["id"] = StripeStore.NewId("cus"),
            ["object"] = "customer",
            ["address"] = null,
            ["balance"] = 0,
            ["created"] = store.Now,
            ["currency"] = session.Text("currency"),
            ["delinquent"] = false,
            ["description"] = null,
            ["email"] = donor.Email,
            ["livemode"] = false,
            ["metadata"] = new JsonObject(),
            ["name"] = donor.Name,
            ["phone"] = null,
            ["preferred_locales"] = session.Text("locale") is { } locale and not "auto" ? new JsonArray(locale) : new JsonArray(),
        });
        store.Record("customer.created", customer);
        return customer;
    }

    private static JsonObject DetailsOf(Donor donor) => new()
    {
        ["address"] = new JsonObject
        {
            ["city"] = null,
            ["country"] = "US",
            ["line1"] = null,
            ["line2"] = null,
            ["postal_code"] = null,
            ["state"] = null,
        },
        ["email"] = donor.Email,
        ["name"] = donor.Name,
        ["phone"] = null,
        ["tax_exempt"] = "none",
        ["tax_ids"] = new JsonArray(),
    };

    private static JsonObject FieldOf(JsonObject asked) => new()
    {
        ["key"] = asked.Text("key"),
        ["label"] = asked["label"]!.DeepClone(),
        ["optional"] = asked.IsTrue("optional"),
        ["type"] = asked.Text("type"),
        [asked.Text("type")!] = asked.Hash(asked.Text("type")!).Copy(),
    };

    private static JsonObject ItemOf(JsonObject asked)
    {
        var price = asked.Hash("price_data")!;
        var amount = price.Number("unit_amount") * asked.Number("quantity");
        var currency = price.Text("currency")!.ToLowerInvariant();
        return new JsonObject
        {
            ["id"] = StripeStore.NewId("li"),
            ["object"] = "item",
            ["amount_discount"] = 0,
            ["amount_subtotal"] = amount,
            ["amount_tax"] = 0,
            ["amount_total"] = amount,
            ["currency"] = currency,
            ["description"] = price["product_data"]!.AsObject().Text("name"),
            ["price"] = new JsonObject
            {
                ["id"] = StripeStore.NewId("price"),
                ["object"] = "price",
                ["active"] = false,
                ["currency"] = currency,
                ["metadata"] = new JsonObject(),
                ["product"] = StripeStore.NewId("prod"),
                ["recurring"] = price["recurring"]?.DeepClone(),
                ["type"] = price["recurring"] is null ? "one_time" : "recurring",
                ["unit_amount"] = price.Number("unit_amount"),
            },
            ["quantity"] = asked.Number("quantity"),
        };
    }
}
