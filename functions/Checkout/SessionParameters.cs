using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Advocacy.Content.Giving;
using Advocacy.Content.Pages;
using Advocacy.Functions.Campaigns;
using Advocacy.Functions.Configuration;
using Advocacy.Theme.Localization;
using Stripe.Checkout;

namespace Advocacy.Functions.Checkout;

/// <summary>What Stripe is asked for. Pure: the same gift and attempt give the same request, as its idempotency key demands.</summary>
public static class SessionParameters
{
    // Stripe allows half an hour to a day; a browser left open in a library should not wait for a day.
    private static readonly TimeSpan _open = TimeSpan.FromHours(1);

    public static SessionCreateOptions Of(Gift gift, GivingSite site, string origin, Attempt attempt)
    {
        var words = site.WordsFor(gift.Language);
        var organization = site.SettingsFor(gift.Language);
        var receipt = words.Receipt(organization.LegalName, organization.Ein);
        var name = gift.Monthly ? words.MonthlyGiftTo(organization.Name) : words.GiftTo(organization.Name);
        var metadata = GiftMetadata.Of(gift);
        return new()
        {
            Mode = gift.Monthly ? "subscription" : "payment",
            SubmitType = "donate",
            LineItems = [LineItem(gift, words, name)],
            Metadata = metadata,
            PaymentIntentData = gift.Monthly ? null : Payment(name, metadata),
            InvoiceCreation = gift.Monthly ? null : new() { Enabled = true, InvoiceData = Invoice(name, receipt, metadata) },
            SubscriptionData = gift.Monthly ? Subscription(name, receipt, metadata) : null,
            ClientReferenceId = gift.Campaign.Slug,
            // Left out, it is as the account's dashboard says, and a donor could pay in another currency than the campaign counts in:
            // https://docs.stripe.com/payments/currencies/localize-prices/adaptive-pricing
            AdaptivePricing = new() { Enabled = false },
            Locale = Locale(gift.Language),
            ExpiresAt = ExpiresAt(gift, attempt).UtcDateTime,
            SuccessUrl = $"{origin}{site.Page(PageLayout.Thanks, gift.Language)?.Url ?? "/donate/thanks/"}?session={{CHECKOUT_SESSION_ID}}",
            CancelUrl = $"{origin}/api/donations?{Cancelled(gift)}",
        };
    }

    /// <summary>The same for a repeated attempt to give the same; another where the donor changed the form.</summary>
    public static string KeyOf(Gift gift, Attempt attempt)
    {
        var metadata = GiftMetadata.Of(gift).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}");
        var all = string.Join('\n', [attempt.Name, .. metadata, Text(gift.Charged), Text(ExpiresAt(gift, attempt).ToUnixTimeSeconds())]);
        return "session-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }

    /// <summary>No page takes a gift for a campaign that has closed. Counted from the attempt, to be the same when repeated.</summary>
    private static DateTimeOffset ExpiresAt(Gift gift, Attempt attempt) =>
        OpenCampaign.ClosesAt(gift.Campaign) is { } close && close < attempt.At + _open ? close : attempt.At + _open;

    private static SessionPaymentIntentDataOptions Payment(string name, Dictionary<string, string> metadata) =>
        new() { Description = DisplayText.Fit(name, StripeLimits.PaymentDescription), Metadata = metadata };

    private static SessionInvoiceCreationInvoiceDataOptions Invoice(string name, string receipt, Dictionary<string, string> metadata) =>
        new()
        {
            Description = DisplayText.Fit(name, StripeLimits.InvoiceDescription),
            Footer = DisplayText.Fit(receipt, StripeLimits.InvoiceFooter),
            Metadata = metadata,
        };

    private static SessionSubscriptionDataOptions Subscription(string name, string receipt, Dictionary<string, string> metadata) => new()
    {
        Description = DisplayText.Fit(name, StripeLimits.SubscriptionDescription),
        Metadata = metadata,
        InvoiceSettings = new() { Footer = DisplayText.Fit(receipt, StripeLimits.InvoiceFooter) },
    };

    private static SessionLineItemOptions LineItem(Gift gift, Words words, string name) => new()
    {
        Quantity = 1,
        PriceData = new()
        {
            Currency = gift.Campaign.Currency.ToLowerInvariant(),
            UnitAmount = gift.Charged,
            Recurring = gift.Monthly ? new() { Interval = "month" } : null,
            ProductData = new() { Name = DisplayText.Fit(name, StripeLimits.Name), Description = Description(gift, words) },
        },
    };

    private static string? Description(Gift gift, Words words)
    {
        var fee = gift.Charged - gift.Chosen;
        string[] parts =
        [
            .. gift.Designation is { } designation ? [designation.Title] : Array.Empty<string>(),
            .. fee > 0 ? [words.FeeIncluded(words.In.Sum(new(fee, gift.Campaign.Currency)))] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? null : DisplayText.Fit(string.Join(" · ", parts), StripeLimits.ProductDescription);
    }

    // The form's own fields, so that it comes back as it was, less the name of a tribute, which belongs in no address.
    private static string Cancelled(Gift gift)
    {
        var amount = new Money(gift.Chosen, gift.Campaign.Currency).Major;
        var isSuggested = gift.Campaign.Amounts.Any(suggested => suggested.Minor == gift.Chosen);
        var fields = new (string Name, string? Value)[]
        {
            ("language", gift.Language), ("campaign", gift.Campaign.Slug),
            ("amount", isSuggested ? amount : "other"), ("other_amount", isSuggested ? null : amount),
            ("frequency", gift.Interval), ("cover_fee", gift.Charged > gift.Chosen ? "yes" : null), ("designation", gift.Designation?.Slug),
            ("tribute", gift.Tribute is { } tribute ? GiftMetadata.KindOf(tribute) : null), ("from", gift.From),
        };
        var given = fields.Where(field => field.Value is not null).Select(field => $"{field.Name}={field.Value}");
        return string.Join('&', given.Prepend("cancelled"));
    }

    private static string Locale(string language) => language.Split('-')[0] switch
    {
        "en" => "en",
        "es" => "es-419",
        "fr" => "fr",
        "pt" => "pt-BR",
        "de" => "de",
        "zh" => "zh",
        _ => "auto",
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
