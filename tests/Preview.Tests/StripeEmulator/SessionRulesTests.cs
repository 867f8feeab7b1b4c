using Advocacy.TestKit.Stripe;
using Stripe;
using Stripe.Checkout;
using Xunit;

namespace Advocacy.Tests.Preview.StripeEmulator;

public sealed class SessionRulesTests : RunningStripeEmulator
{
    public static TheoryData<string, string, string> Wrong => new()
    {
        { "unknown", "tip", "Received unknown parameter: tip" },
        { "unknown inside", "line_items[0][price_data][colour]", "Received unknown parameter: line_items[0][price_data][colour]" },
        { "no mode", "mode", "Missing required param: mode." },
        { "other mode", "mode", "Invalid mode: must be one of payment, subscription, setup" },
        { "no items", "line_items", "Line items are required when mode is `payment`." },
        { "no amount", "line_items[0][price_data][unit_amount]", "Missing required param: line_items[0][price_data][unit_amount]." },
        { "no quantity", "line_items[0][quantity]", "Quantity is required. Add `quantity` to `line_items[0]`." },
        {
            "recurring",
            "line_items",
            "You specified `payment` mode but passed a recurring price. "
                + "Either switch to `subscription` mode or use only one-time prices."
        },
        { "foreign data", "subscription_data", "You can not pass `subscription_data` in `payment` mode." },
        { "no success", "success_url", "Missing required param: success_url." },
        { "bad success", "success_url", "Not a valid URL: /thanks" },
        {
            "long value",
            "metadata[campaign]",
            "Metadata values can have up to 500 characters, but you passed in a value that is 501 characters."
        },
        { "many keys", "metadata", "You can only have up to 50 metadata keys, but you passed 51." },
        {
            "long key",
            "metadata",
            "Metadata keys can have up to 40 characters, but you passed in a key that is 41 characters. "
                + $"Invalid key: {new string('k', 41)}"
        },
        { "long reference", "client_reference_id", "Invalid string: xxxxxxxxxx...xxxxxxxxxx; must be at most 200 characters" },
        { "long name", "line_items[0][price_data][product_data][name]", AtMost(250) },
        { "long product", "line_items[0][price_data][product_data][description]", AtMost(40_000) },
        { "long success", "success_url", "Invalid string: https://ex...xxxxxxxxxx; must be at most 5000 characters" },
        { "long cancel", "cancel_url", "Invalid string: https://ex...xxxxxxxxxx; must be at most 5000 characters" },
        { "long payment", "payment_intent_data[description]", AtMost(1_000) },
        { "long statement", "payment_intent_data[statement_descriptor_suffix]", AtMost(22) },
        {
            "short statement",
            "payment_intent_data[statement_descriptor]",
            "The statement descriptor must be at least 5 characters."
        },
        {
            "starred statement",
            "payment_intent_data[statement_descriptor_suffix]",
            "The statement descriptor cannot contain any of the characters < > \\ ' \" *."
        },
        {
            "statement of digits",
            "payment_intent_data[statement_descriptor_suffix]",
            "The statement descriptor must contain at least one letter."
        },
        { "long note", "custom_text[submit][message]", AtMost(1_200) },
        { "long invoice", "invoice_creation[invoice_data][description]", AtMost(500) },
        { "long footer", "invoice_creation[invoice_data][footer]", AtMost(5_000) },
        {
            "part of a króna",
            "line_items[0][price_data][unit_amount]",
            "Invalid amount. Currency ISK has become effectively zero-decimal and charged amounts must be evenly divisible by 100. "
                + "See https://stripe.com/docs/currencies#special-cases for more information."
        },
        { "fils", "line_items[0][price_data][unit_amount]", "Invalid amount. The last digit of an amount in KWD must be 0." },
        { "unknown price", "adaptive_pricing[rate]", "Received unknown parameter: adaptive_pricing[rate]" },
        { "soon", "expires_at", "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation." },
        { "late", "expires_at", "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation." },
        {
            "language",
            "locale",
            "Invalid locale: must be one of auto, bg, cs, da, de, el, en, en-GB, es, es-419, et, fi, fil, fr, fr-CA, hi-IN, hr, hu, "
                + "id, it, ja, ko, lt, lv, ms, mt, nb, nl, pl, pt, pt-BR, ro, ru, sk, sl, sv, th, tr, vi, zh, zh-HK, zh-TW"
        },
        { "button", "submit_type", "Invalid submit_type: must be one of auto, book, donate, pay, subscribe" },
        { "fields", "custom_fields", "You may only specify up to 3 custom fields." },
        {
            "empty",
            "customer_email",
            "You passed an empty string for 'customer_email'. We assume empty values are an attempt to unset a field; "
                + "however 'customer_email' cannot be unset. "
                + "You should remove 'customer_email' from your request or supply a non-empty value."
        },
    };

    [Theory]
    [InlineData("description", 500)]
    [InlineData("footer", 5_000)]
    public async Task ParametersOfAMonthlyGiftHaveTheirLimits(string name, int most)
    {
        var options = Pledge();
        var text = new string('x', most + 1);
        if (name == "description")
            options.SubscriptionData.Description = text;
        else
            options.SubscriptionData.InvoiceSettings = new() { Footer = text };

        var refusal = await Assert.ThrowsAsync<StripeException>(() => CreateAsync(options));

        Assert.Equal(AtMost(most), refusal.StripeError.Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AdaptivePricingCanBeTurnedOff(bool enabled)
    {
        var options = Gift();
        options.AdaptivePricing = new() { Enabled = enabled };

        Assert.Equal(enabled, (await CreateAsync(options)).AdaptivePricing.Enabled);
    }

    private static string AtMost(int characters) => $"Invalid string: xxxxxxxxxx...xxxxxxxxxx; must be at most {characters} characters";

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task WrongParameterIsRefusedWithItsNameAndAReason(string what, string param, string message)
    {
        var options = Gift();
        Spoil(options, what);

        var refusal = await Assert.ThrowsAsync<StripeException>(() => CreateAsync(options));
        var error = refusal.StripeError;

        Assert.Equal(400, (int)refusal.HttpStatusCode);
        Assert.Equal(("invalid_request_error", param, message), (error.Type, error.Param, error.Message));
        Assert.Empty(Emulator.All("checkout.session"));
    }

    [Fact]
    public async Task ParametersAreKept()
    {
        var options = Gift();
        options.Locale = "es-419";
        options.ClientReferenceId = "form-1";
        options.ExpiresAt = DateTime.UtcNow.AddHours(1);

        var session = await CreateAsync(options);

        Assert.Equal(("open", "unpaid", "payment"), (session.Status, session.PaymentStatus, session.Mode));
        Assert.Equal((5000L, "usd"), (session.AmountTotal!.Value, session.Currency));
        Assert.Equal(("es-419", "form-1", "donate"), (session.Locale, session.ClientReferenceId, session.SubmitType));
        Assert.Equal(options.SuccessUrl, session.SuccessUrl);
        Assert.StartsWith($"{Emulator.Address}/c/pay/cs_test_", session.Url, StringComparison.Ordinal);
        Assert.False(session.Livemode);
    }

    [Fact]
    public async Task OtherPartsOfStripeAreUnknown()
    {
        var refusal = await Assert.ThrowsAsync<StripeException>(() => Stripe.V1.Coupons.GetAsync("any"));

        Assert.Equal(
            "Unrecognized request URL (GET: /v1/coupons/any). This stand-in knows only what the donations use.",
            refusal.StripeError.Message);
    }

    private static void Spoil(SessionCreateOptions options, string what)
    {
        var price = options.LineItems[0].PriceData;
        switch (what)
        {
            case "unknown": options.AddExtraParam("tip", "1"); break;
            case "unknown inside": options.AddExtraParam("line_items[0][price_data][colour]", "red"); break;
            case "no mode": options.Mode = null; break;
            case "other mode": options.Mode = "gift"; break;
            case "no items": options.LineItems = null; break;
            case "no amount": price.UnitAmount = null; break;
            case "no quantity": options.LineItems[0].Quantity = null; break;
            case "recurring": price.Recurring = new() { Interval = "month" }; break;
            case "foreign data": options.SubscriptionData = new() { Description = "x" }; break;
            case "no success": options.SuccessUrl = null; break;
            case "bad success": options.SuccessUrl = "/thanks"; break;
            case "long value": options.Metadata = new() { ["campaign"] = new string('x', 501) }; break;
            case "many keys": options.Metadata = Enumerable.Range(0, 51).ToDictionary(i => $"key{i}", _ => "x"); break;
            case "long key": options.Metadata = new() { [new string('k', 41)] = "x" }; break;
            case "long reference": options.ClientReferenceId = new string('x', 201); break;
            case "long name": price.ProductData.Name = new string('x', 251); break;
            case "long product": price.ProductData.Description = new string('x', 40_001); break;
            case "long success": options.SuccessUrl = "https://example.org/".PadRight(5_001, 'x'); break;
            case "long cancel": options.CancelUrl = "https://example.org/".PadRight(5_001, 'x'); break;
            case "long payment": options.PaymentIntentData.Description = new string('x', 1_001); break;
            case "long statement": options.PaymentIntentData.StatementDescriptorSuffix = new string('x', 23); break;
            case "short statement": options.PaymentIntentData.StatementDescriptor = "GIFT"; break;
            case "starred statement": options.PaymentIntentData.StatementDescriptorSuffix = "GIFT*"; break;
            case "statement of digits": options.PaymentIntentData.StatementDescriptorSuffix = "2026"; break;
            case "long note": options.CustomText = new() { Submit = new() { Message = new string('x', 1_201) } }; break;
            case "long invoice":
                options.InvoiceCreation = new() { Enabled = true, InvoiceData = new() { Description = new string('x', 501) } };
                break;
            case "long footer":
                options.InvoiceCreation = new() { Enabled = true, InvoiceData = new() { Footer = new string('x', 5_001) } };
                break;
            case "part of a króna": (price.Currency, price.UnitAmount) = ("isk", 5_050); break;
            case "fils": (price.Currency, price.UnitAmount) = ("kwd", 5_124); break;
            case "unknown price": options.AddExtraParam("adaptive_pricing[rate]", "1"); break;
            case "soon": options.ExpiresAt = DateTime.UtcNow.AddMinutes(20); break;
            case "late": options.ExpiresAt = DateTime.UtcNow.AddHours(25); break;
            case "language": options.Locale = "tlh"; break;
            case "button": options.SubmitType = "give"; break;
            case "fields":
                options.CustomFields = [.. Enumerable.Range(0, 4).Select(i => new SessionCustomFieldOptions
                {
                    Key = $"key{i}",
                    Label = new() { Type = "custom", Custom = "Label" },
                    Type = "text",
                })];
                break;
            case "empty": options.CustomerEmail = ""; break;
            default: throw new ArgumentOutOfRangeException(nameof(what), what, null);
        }
    }
}
