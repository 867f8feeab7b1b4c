using System.Text.Json.Nodes;

namespace Advocacy.Preview.StripeEmulator.Resources;

/// <summary>Payment intents and their charges.</summary>
public sealed class Payments(StripeStore books, Balance balance)
{
    // Stripe's usual prices in the United States: https://stripe.com/pricing
    private const long CardFixed = 30;
    private const long CardTenthsOfPercent = 29;
    private const long BankTenthsOfPercent = 8;
    private const long BankMost = 500;

    /// <param name="customer">Null: a guest.</param>
    public JsonObject Begin(long amount, string currency, TestPaymentMethod means, Donor donor, string? customer, string? description, JsonObject metadata)
    {
        var intent = books.Add(new JsonObject
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
            ["created"] = books.Now,
            ["currency"] = currency,
            ["customer"] = customer,
            ["description"] = description,
            ["last_payment_error"] = null,
            ["latest_charge"] = null,
            ["livemode"] = false,
            ["metadata"] = metadata.DeepClone(),
            ["next_action"] = null,
            ["payment_method"] = StripeStore.NewId("pm"),
            ["payment_method_types"] = new JsonArray(KindOf(means)),
            ["processing"] = null,
            ["receipt_email"] = null,
            ["setup_future_usage"] = null,
            ["shipping"] = null,
            ["status"] = "processing",
        });
        books.Tell("payment_intent.created", intent);
        intent["latest_charge"] = Charge(intent, means, donor).Id();
        if (means == TestPaymentMethod.BankDebit)
        {
            books.Tell("payment_intent.processing", intent);
            books.Tell("charge.pending", ChargeOf(intent));
        }
        return intent;
    }

    public JsonObject ChargeOf(JsonObject intent) => books[intent.Text("latest_charge")];

    /// <summary>The money comes. Stripe tells the fee a moment later.</summary>
    public void Succeed(JsonObject intent)
    {
        var charge = ChargeOf(intent);
        StripeStore.Change(charge, new JsonObject { ["status"] = "succeeded", ["paid"] = true, ["amount_captured"] = charge.Number("amount"), ["captured"] = true });
        StripeStore.Change(intent, new JsonObject { ["status"] = "succeeded", ["amount_received"] = intent.Number("amount") });
        books.Tell("charge.succeeded", charge);
        books.Tell("payment_intent.succeeded", intent);
    }

    public void TellFee(JsonObject intent)
    {
        var charge = ChargeOf(intent);
        var isCard = charge["payment_method_details"]!["card"] is not null;
        var moved = balance.Move(isCard ? "charge" : "payment", charge, charge.Number("amount"), FeeOf(charge.Number("amount"), isCard), "Gift");
        books.Tell("charge.updated", charge, StripeStore.Change(charge, new JsonObject { ["balance_transaction"] = moved.Id() }));
    }

    public void Fail(JsonObject intent, string code, string message)
    {
        var charge = ChargeOf(intent);
        StripeStore.Change(charge, new JsonObject { ["status"] = "failed", ["paid"] = false, ["failure_code"] = code, ["failure_message"] = message });
        StripeStore.Change(intent, new JsonObject
        {
            ["status"] = "requires_payment_method",
            ["last_payment_error"] = new JsonObject { ["type"] = "card_error", ["code"] = code, ["message"] = message, ["charge"] = charge.Id() },
        });
        books.Tell("charge.failed", charge);
        books.Tell("payment_intent.payment_failed", intent);
    }

    private JsonObject Charge(JsonObject intent, TestPaymentMethod means, Donor donor)
    {
        var id = StripeStore.NewId(means == TestPaymentMethod.BankDebit ? "py" : "ch");
        return books.Add(new JsonObject
        {
            ["id"] = id,
            ["object"] = "charge",
            ["amount"] = intent.Number("amount"),
            ["amount_captured"] = 0,
            ["amount_refunded"] = 0,
            ["balance_transaction"] = null,
            ["billing_details"] = new JsonObject { ["address"] = new JsonObject { ["country"] = "US" }, ["email"] = donor.Email, ["name"] = donor.Name, ["phone"] = null },
            ["captured"] = false,
            ["created"] = books.Now,
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
            ["payment_method_details"] = Details(means),
            ["receipt_email"] = null,
            ["receipt_number"] = null,
            ["receipt_url"] = null,
            ["refunded"] = false,
            ["status"] = "pending",
        });
    }

    private static JsonObject Details(TestPaymentMethod means) => means switch
    {
        TestPaymentMethod.BankDebit => new JsonObject { ["type"] = "us_bank_account", ["us_bank_account"] = new JsonObject { ["bank_name"] = "STRIPE TEST BANK", ["last4"] = "6789" } },
        TestPaymentMethod.DeclinedCard => Card("0002"),
        _ => Card("4242"),
    };

    private static JsonObject Card(string last4) => new()
    {
        ["type"] = "card",
        ["card"] = new JsonObject { ["brand"] = "visa", ["country"] = "US", ["exp_month"] = 12, ["exp_year"] = 2034, ["funding"] = "credit", ["last4"] = last4 },
    };

    private static string KindOf(TestPaymentMethod means) => means == TestPaymentMethod.BankDebit ? "us_bank_account" : "card";

    private static long FeeOf(long amount, bool isCard) => isCard
        ? (amount * CardTenthsOfPercent + 500) / 1000 + CardFixed
        : Math.Min((amount * BankTenthsOfPercent + 500) / 1000, BankMost);
}
