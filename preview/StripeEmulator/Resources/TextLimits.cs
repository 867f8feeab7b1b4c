using System.Buffers;
using System.Text.Json.Nodes;
using Advocacy.Preview.StripeEmulator.Api;

namespace Advocacy.Preview.StripeEmulator.Resources;

/// <summary>How long the texts of a Checkout session may be.</summary>
/// <remarks>
/// https://github.com/stripe/openapi, <c>maxLength</c> of the parameters of <c>POST /v1/checkout/sessions</c>; of a product's name
/// https://docs.stripe.com/upgrades#2018-10-31; of an invoice's description, and for the words of the refusal,
/// https://dev.classmethod.jp/articles/stripe-invoice-use-max-string-in-description-custom-fields-footer/. Metadata is held to its limits
/// by <see cref="Parameters"/>.
/// </remarks>
public static class TextLimits
{
    private const int Otherwise = 5_000;

    /// <summary>In the words on a bank statement.</summary>
    private static readonly SearchValues<char> _forbidden = SearchValues.Create("<>\\'\"*");

    private static readonly (string[] Path, int Longest)[] _ofSession =
    [
        (["client_reference_id"], 200),
        (["success_url"], Otherwise),
        (["cancel_url"], Otherwise),
        (["payment_intent_data", "description"], 1_000),
        (["payment_intent_data", "statement_descriptor"], 22),
        (["payment_intent_data", "statement_descriptor_suffix"], 22),
        (["invoice_creation", "invoice_data", "description"], 500),
        (["invoice_creation", "invoice_data", "footer"], Otherwise),
        (["custom_text", "after_submit", "message"], 1_200),
        (["custom_text", "shipping_address", "message"], 1_200),
        (["custom_text", "submit", "message"], 1_200),
        (["custom_text", "terms_of_service_acceptance", "message"], 1_200),
        (["subscription_data", "description"], 500),
        (["subscription_data", "invoice_settings", "description"], 500),
        (["subscription_data", "invoice_settings", "footer"], Otherwise),
    ];

    /// <exception cref="StripeApiException">A text is too long.</exception>
    public static void CheckSession(JsonObject asked)
    {
        foreach (var (path, longest) in _ofSession)
        {
            var hash = path.SkipLast(1).Aggregate((JsonObject?)asked, (hash, name) => hash?.Hash(name));
            if (hash is not null)
                Check(hash, path[^1], longest, path[0] + string.Concat(path.Skip(1).Select(name => $"[{name}]")));
        }
        if (asked.Hash("payment_intent_data") is { } payment)
        {
            CheckDescriptor(payment, "statement_descriptor", 5);
            CheckDescriptor(payment, "statement_descriptor_suffix", 1);
        }
    }

    /// <remarks>https://docs.stripe.com/get-started/account/statement-descriptors</remarks>
    private static void CheckDescriptor(JsonObject payment, string name, int shortest)
    {
        var path = $"payment_intent_data[{name}]";
        if (payment.Text(name) is not { } text)
            return;
        if (text.Length < shortest)
            throw new StripeApiException(null, path, $"The statement descriptor must be at least {shortest} characters.");
        if (text.AsSpan().ContainsAny(_forbidden))
            throw new StripeApiException(null, path, "The statement descriptor cannot contain any of the characters < > \\ ' \" *.");
        if (!text.Any(char.IsAsciiLetter))
            throw new StripeApiException(null, path, "The statement descriptor must contain at least one letter.");
    }

    /// <param name="path">Of the product.</param>
    /// <exception cref="StripeApiException">A text is too long.</exception>
    public static void CheckProduct(JsonObject product, string path)
    {
        Check(product, "name", 250, $"{path}[name]");
        Check(product, "description", 40_000, $"{path}[description]");
    }

    /// <exception cref="StripeApiException">The text is too long.</exception>
    public static void Check(JsonObject asked, string name, int longest, string path)
    {
        if (asked.Text(name) is { } text && text.Length > longest)
            throw new StripeApiException(null, path, $"Invalid string: {text[..10]}...{text[^10..]}; must be at most {longest} characters");
    }
}
