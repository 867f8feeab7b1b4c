using System.Text.Json.Nodes;

namespace Advocacy.Preview.StripeEmulator.Resources;

/// <summary>Payment intents and their charges.</summary>
public sealed class Payments(StripeStore store, Balance balance)
{
    // Stripe's usual prices in the United States: https://stripe.com/pricing
    private const long CardFixed = 30;
    private const long CardTenthsOfPercent = 29;
    private const long BankTenthsOfPercent = 8;
    private const long BankMost = 500;

    /// <param name="customer">Null: a guest.</param>
    public JsonObject Begin(
        long amount, string currency, TestPaymentMethod method, Donor donor, string? customer, string? description, JsonObject metadata)
    {
        var intent = store.Add(new JsonObject
        {
            ["id"] = StripeStore.NewId("pi"),
            ["object"] = "payment_intent",
            ["amount"] = amount,
            ["amount_capturable"] = 0,
            ["amount_received"] = 0,
            ["automatic_payment_methods"] = null,
            ["canceled_at"] = null,
            ["cancellation_reason"] = null,
            ["capture_method"] = "automatic_async",
            ["confirmation_method"] = "automatic",
            ["created"] = store.Now,
            ["currency"] = currency,
            ["customer"] = customer,
            ["description"] = description,
            ["last_payment_error"] = null,
            ["latest_charge"] = null,
            ["livemode"] = false,
            ["metadata"] = metadata.DeepClone(),
            ["next_action"] = null,
            ["payment_method"] = StripeStore.NewId("pm"),
            ["payment_method_types"] = new JsonArray(KindOf(method)),
            ["processing"] = null,
            ["receipt_email"] = null,
            ["setup_future_usage"] = null,
            ["shipping"] = null,
            ["status"] = "processing",
        });
        store.Record("payment_intent.created", intent);
        intent["latest_charge"] = Charge(intent, method, donor).Id();
        if (method == TestPaymentMethod.BankDebit)
        {
            store.Record("payment_intent.processing", intent);
            store.Record("charge.pending", ChargeOf(intent));
        }
        return intent;
    }

    public JsonObject ChargeOf(JsonObject intent) => store[intent.Text("latest_charge")];

    /// <summary>The money comes. Stripe reports the fee a moment later.</summary>
    public void Succeed(JsonObject intent)
    {
        var charge = ChargeOf(intent);
        StripeStore.Change(charge, new JsonObject
        {
            ["status"] = "succeeded",
            ["paid"] = true,
            ["amount_captured"] = charge.Number("amount"),
            ["captured"] = true,
        });
        StripeStore.Change(intent, new JsonObject { ["status"] = "succeeded", ["amount_received"] = intent.Number("amount") });
        store.Record("charge.succeeded", charge);
        store.Record("payment_intent.succeeded", intent);
    }

    public void RecordFee(JsonObject intent)
    {
        var charge = ChargeOf(intent);
        var isCard = charge["payment_method_details"]!["card"] is not null;
        var amount = charge.Number("amount");
        var moved = balance.Move(isCard ? "charge" : "payment", charge, amount, FeeOf(amount, isCard), "Gift");
        store.Record("charge.updated", charge, StripeStore.Change(charge, new JsonObject { ["balance_transaction"] = moved.Id() }));
    }

    public void Fail(JsonObject intent, string code, string message)
    {
        var charge = ChargeOf(intent);
        StripeStore.Change(charge, new JsonObject
        {
            ["status"] = "failed",
            ["paid"] = false,
            ["failure_code"] = code,
            ["failure_message"] = message,
        });
        StripeStore.Change(intent, new JsonObject
        {
            ["status"] = "requires_payment_method",
            ["last_payment_error"] = new JsonObject
            {
                ["type"] = "card_error",
                ["code"] = code,
                ["message"] = message,
                ["charge"] = charge.Id(),
            },
        });
        store.Record("charge.failed", charge);
        store.Record("payment_intent.payment_failed", intent);
    }

    private JsonObject Charge(JsonObject intent, TestPaymentMethod method, Donor donor)
    {
        var id = StripeStore.NewId(method == TestPaymentMethod.BankDebit ? "py" : "ch");
        return store.Add(new JsonObject
        {
            ["id"] = id,
            ["object"] = "charge",
            ["amount"] = intent.Number("amount"),
            ["amount_captured"] = 0,
            ["amount_refunded"] = 0,
            ["balance_transaction"] = null,
            ["billing_details"] = new JsonObject
            {
                ["address"] = new JsonObject
                {
                    ["country"] = "US"
                }, ["email"] = donor.Email, ["name"] = donor.Name, ["phone"] = null,
            },
            ["captured"] = false,
            ["created"] = store.Now,
            ["currency"] = intent.Text("currency"),
            ["customer"] = intent.Text("customer"),
            ["description"] = intent.Text("description"),
            ["disputed"] = false,
            ["failure_balance_transaction"] = null,
            ["failure_code"] = null,
            ["failure_message"] = null,
            ["fraud_details"] = new JsonObject(),
            ["livemode"] = false,
            ["metadata"] = intent["metadata"]!.DeepClone(),
            ["outcome"] = null,
            ["paid"] = false,
            ["payment_intent"] = intent.Id(),
            ["payment_method"] = intent.Text("payment_method"),
            ["payment_method_details"] = Details(method),
            ["receipt_email"] = null,
            ["receipt_number"] = null,
            ["receipt_url"] = null,
            ["refunded"] = false,
            ["status"] = "pending",
        });
    }

    private static JsonObject Details(TestPaymentMethod method) => method switch
    {
        TestPaymentMethod.BankDebit => new JsonObject
        {
            ["type"] = "us_bank_account",
            ["us_bank_account"] = new JsonObject { ["bank_name"] = "STRIPE TEST BANK", ["last4"] = "6789" },
        },
        TestPaymentMethod.DeclinedCard => Card("0002"),
        _ => Card("4242"),
    };

    private static JsonObject Card(string last4) => new()
    {
        ["type"] = "card",
        ["card"] = new JsonObject
        {
            ["brand"] = "visa",
            ["country"] = "US",
            ["exp_month"] = 12,
            ["exp_year"] = 2034,
            ["funding"] = "credit",
            ["last4"] = last4,
        },
    };

    private static string KindOf(TestPaymentMethod method) => method == TestPaymentMethod.BankDebit ? "us_bank_account" : "card";

    private static long FeeOf(long amount, bool isCard) => isCard
        ? (amount * CardTenthsOfPercent + 500) / 1000 + CardFixed
        : Math.Min((amount * BankTenthsOfPercent + 500) / 1000, BankMost);
}
