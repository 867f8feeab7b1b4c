using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Advocacy.Content.Giving;
using Advocacy.Preview.StripeEmulator.Api;

namespace Advocacy.Preview.StripeEmulator.Resources;

/// <summary>What Stripe demands of a new Checkout session beyond known names and types.</summary>
/// <remarks>https://docs.stripe.com/api/checkout/sessions/create</remarks>
public static class SessionRules
{
    private const int MostFields = 3;
    private const int MostItems = 100;
    private const int MostRecurringItems = 20;
    private const long LargestAmount = 99_999_999;
    private const long SmallestAmount = 50;
    private static readonly TimeSpan _shortest = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan _longest = TimeSpan.FromHours(24);

    /// <summary>A session sent 30 minutes ahead takes a moment to arrive; Stripe is as lenient.</summary>
    private static readonly TimeSpan _leniency = TimeSpan.FromSeconds(30);

    private static readonly FrozenSet<string> _locales = (
        "auto bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hi-IN hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR "
        + "ro ru sk sl sv th tr vi zh zh-HK zh-TW"
    ).Split(' ').ToFrozenSet();

    /// <exception cref="StripeApiException">It breaks one of the rules.</exception>
    public static void Check(JsonObject asked, long now)
    {
        var mode = Require(asked, "mode");
        OneOf(asked, "mode", "payment", "subscription", "setup");
        OneOf(asked, "ui_mode", "hosted_page");
        OneOf(asked, "submit_type", "auto", "book", "donate", "pay", "subscribe");
        OneOf(asked, "customer_creation", "always", "if_required");
        OneOf(asked, "billing_address_collection", "auto", "required");
        OneOf(asked, "payment_method_collection", "always", "if_required");
        if (asked.Text("locale") is { } locale && !_locales.Contains(locale))
        {
            var known = string.Join(", ", _locales.Order(StringComparer.Ordinal));
            throw new StripeApiException(null, "locale", $"Invalid locale: must be one of {known}");
        }

        Require(asked, "success_url");
        Address(asked, "success_url");
        Address(asked, "cancel_url");
        TextLimits.CheckSession(asked);
        if (asked.Text("customer_email") is { } email && !email.Contains('@', StringComparison.Ordinal))
            throw new StripeApiException("email_invalid", "customer_email", $"Invalid email address: {email}");
        if (asked["customer"] is not null && asked["customer_email"] is not null)
            throw new StripeApiException(null, "customer_email", "You may only specify one of these parameters: customer, customer_email.");
        if (asked["expires_at"] is not null)
            CheckExpiry(TimeSpan.FromSeconds(asked.Number("expires_at") - now));

        if (mode == "setup")
            throw new StripeApiException(null, "mode", "This stand-in has no sessions in setup mode, since the donations make none.");
        CheckMode(asked, mode);
        CheckItems(asked["line_items"] as JsonArray, mode);
        CheckFields(asked["custom_fields"] as JsonArray ?? []);
    }

    private static void CheckExpiry(TimeSpan ahead)
    {
        if (ahead < _shortest - _leniency)
        {
            throw new StripeApiException(null, "expires_at",
                "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.");
        }
        if (ahead > _longest + _leniency)
        {
            throw new StripeApiException(null, "expires_at",
                "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.");
        }
    }

    private static void CheckMode(JsonObject asked, string mode)
    {
        var foreign = mode == "payment" ? "subscription_data" : "payment_intent_data";
        foreach (var name in mode == "payment" ? [foreign] : (string[])[foreign, "invoice_creation", "customer_creation"])
        {
            if (asked[name] is not null)
                throw new StripeApiException(null, name, $"You can not pass `{name}` in `{mode}` mode.");
        }
    }

    private static void CheckItems(JsonArray? items, string mode)
    {
        if (items is null or { Count: 0 })
            throw new StripeApiException("parameter_missing", "line_items", $"Line items are required when mode is `{mode}`.");
        if (items.Count > (mode == "payment" ? MostItems : MostRecurringItems))
            throw new StripeApiException(null, "line_items", "Too many line items.");
        for (var i = 0; i < items.Count; i++)
            CheckItem(items[i]!.AsObject(), $"line_items[{i}]", mode);
        if (mode == "subscription" && items.All(item => item!["price_data"]!["recurring"] is null))
        {
            throw new StripeApiException(null, "line_items",
                "You must provide at least one recurring price in `subscription` mode when using prices.");
        }
        if (items.Select(item => (string?)item!["price_data"]!["currency"]).Distinct().Count() > 1)
            throw new StripeApiException(null, "line_items", "All prices on a Checkout Session must use the same currency.");
    }

    private static void CheckItem(JsonObject item, string at, string mode)
    {
        if (item["price"] is not null)
            throw new StripeApiException("resource_missing", $"{at}[price]", $"No such price: '{item.Text("price")}'");
        var price = item.Hash("price_data") ?? throw Missing($"{at}[price_data]");
        if (item["quantity"] is null)
            throw new StripeApiException("parameter_missing", $"{at}[quantity]", $"Quantity is required. Add `quantity` to `{at}`.");
        if (item.Number("quantity") < 1)
            throw new StripeApiException("parameter_invalid_integer", $"{at}[quantity]", "This value must be greater than or equal to 1.");

        var inside = $"{at}[price_data]";
        if (price.Text("currency") is not { } currency)
            throw Missing($"{inside}[currency]");
        if (currency.Length != 3 || !currency.All(char.IsAsciiLetter))
            throw new StripeApiException(null, $"{inside}[currency]", $"Invalid currency: {currency}.");
        if (price["unit_amount"] is null)
            throw Missing($"{inside}[unit_amount]");
        CheckAmount(price.Number("unit_amount"), item.Number("quantity"), $"{inside}[unit_amount]", currency);
        if (price.Hash("product_data") is not { } product)
            throw Missing($"{inside}[product_data]");
        if (product["name"] is null)
            throw Missing($"{inside}[product_data][name]");
        TextLimits.CheckProduct(product, $"{inside}[product_data]");

        if (price.Hash("recurring") is not { } recurring)
            return;
        if (mode == "payment")
        {
            throw new StripeApiException(null, "line_items",
                "You specified `payment` mode but passed a recurring price. "
                + "Either switch to `subscription` mode or use only one-time prices.");
        }
        if (recurring["interval"] is null)
            throw Missing($"{inside}[recurring][interval]");
        OneOf(recurring, "interval", $"{inside}[recurring][interval]", ["day", "week", "month", "year"]);
    }

    private static void CheckAmount(long amount, long quantity, string at, string currency)
    {
        if (amount < 0)
            throw new StripeApiException("parameter_invalid_integer", at, "This value must be greater than or equal to 0.");
        CheckStep(amount, at, Currency.Of(currency.ToUpperInvariant()));
        if (amount > LargestAmount)
        {
            throw new StripeApiException("amount_too_large", at,
                $"Amount must be no more than {LargestAmount} in the currency's smallest unit.");
        }
        if (amount * quantity < SmallestAmount)
        {
            throw new StripeApiException("amount_too_small", null,
                $"The Checkout Session's total amount must convert to at least 50 cents. {amount * quantity} {currency} does not.");
        }
    }

    /// <remarks>
    /// https://docs.stripe.com/currencies#special-cases; the words are those of
    /// https://support.stripe.com/questions/deprecation-of-fractional-isk-charges-and-refunds
    /// </remarks>
    private static void CheckStep(long amount, string at, Currency currency)
    {
        if (amount % currency.Step == 0)
            return;
        throw currency.Places == 2
            ? new StripeApiException("invalid_charge_amount_no_decimal_compatible", at,
                $"Invalid amount. Currency {currency.Code} has become effectively zero-decimal and charged amounts must be evenly "
                + $"divisible by {currency.Step}. See https://stripe.com/docs/currencies#special-cases for more information.")
            : new StripeApiException(null, at, $"Invalid amount. The last digit of an amount in {currency.Code} must be 0.");
    }

    private static void CheckFields(JsonArray fields)
    {
        if (fields.Count > MostFields)
            throw new StripeApiException(null, "custom_fields", $"You may only specify up to {MostFields} custom fields.");
        for (var i = 0; i < fields.Count; i++)
        {
            var (field, at) = (fields[i]!.AsObject(), $"custom_fields[{i}]");
            foreach (var name in (string[])["key", "label", "type"])
            {
                if (field[name] is null)
                    throw Missing($"{at}[{name}]");
            }
            OneOf(field, "type", $"{at}[type]", ["dropdown", "numeric", "text"]);
            TextLimits.Check(field, "key", 200, $"{at}[key]");
            if (!field.Text("key")!.All(char.IsAsciiLetterOrDigit))
                throw new StripeApiException(null, $"{at}[key]", "The key of a custom field must be alphanumeric.");
            if (field.Hash("label") is { } label)
                TextLimits.Check(label, "custom", 50, $"{at}[label][custom]");
        }
        if (fields.Select(field => (string?)field!["key"]).Distinct().Count() < fields.Count)
            throw new StripeApiException(null, "custom_fields", "The keys of custom fields must be unique.");
    }

    private static void Address(JsonObject asked, string name)
    {
        // Braces stand in the template {CHECKOUT_SESSION_ID}.
        if (asked.Text(name) is { } text && !IsWebAddress(text))
            throw new StripeApiException("url_invalid", name, $"Not a valid URL: {text}");
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    private static void OneOf(JsonObject asked, string name, params string[] values) => OneOf(asked, name, name, values);

    private static void OneOf(JsonObject asked, string name, string path, string[] values)
    {
        if (asked.Text(name) is { } text && !values.Contains(text))
            throw new StripeApiException(null, path, $"Invalid {path}: must be one of {string.Join(", ", values)}");
    }

    private static string Require(JsonObject asked, string name) => asked.Text(name) ?? throw Missing(name);

    private static StripeApiException Missing(string path) => new("parameter_missing", path, $"Missing required param: {path}.");
}
