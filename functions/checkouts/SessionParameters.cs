using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Advocacy.Functions.Configuration;
using Advocacy.Functions.Gifts;
using Advocacy.Theme.Content;
using Advocacy.Theme.Giving;
using Advocacy.Theme.Wording;
using Stripe.Checkout;

namespace Advocacy.Functions.Checkouts;

/// <summary>What Stripe is asked for. Pure: the same gift and attempt give the same request, as its idempotency key demands.</summary>
public static class SessionParameters
{
    // Stripe allows half an hour to a day; a browser left open in a library should not wait for a day.
    public static readonly TimeSpan Open = TimeSpan.FromHours(1);

    public static SessionCreateOptions Of(Gift gift, GivingSite site, string origin, Attempt attempt)
    {
        var words = site.WordsFor(gift.Language);
        var organisation = site.OrganisationFor(gift.Language);
        var receipt = words.Receipt(organisation.LegalName, organisation.Ein);
        var name = gift.Monthly ? words.MonthlyGiftTo(organisation.Name) : words.GiftTo(organisation.Name);
        var metadata = GiftMetadata.Of(gift);
        return new()
        {
            Mode = gift.Monthly ? "subscription" : "payment",
            SubmitType = "donate",
            LineItems = [LineItem(gift, words, name)],
            Metadata = metadata,
            PaymentIntentData = gift.Monthly ? null : new() { Description = name, Metadata = metadata },
            InvoiceCreation = gift.Monthly ? null : new() { Enabled = true, InvoiceData = new() { Description = name, Footer = receipt, Metadata = metadata } },
            SubscriptionData = gift.Monthly ? new() { Description = name, Metadata = metadata, InvoiceSettings = new() { Footer = receipt } } : null,
            ClientReferenceId = gift.Campaign.Slug,
            Locale = Locale(gift.Language),
            ExpiresAt = (attempt.At + Open).UtcDateTime,
            SuccessUrl = $"{origin}{site.Page(PageLayout.Thanks, gift.Language)?.Url ?? "/donate/thanks/"}?session={{CHECKOUT_SESSION_ID}}",
            CancelUrl = $"{origin}/api/donations?{Cancelled(gift)}",
        };
    }

    /// <summary>The same for a repeated attempt to give the same; another where the donor changed the form.</summary>
    public static string KeyOf(Gift gift, Attempt attempt)
    {
        var all = string.Join('\n', [attempt.Name, gift.Language, .. GiftMetadata.Of(gift).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"), Text(gift.Charged)]);
        return "session-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }

    private static SessionLineItemOptions LineItem(Gift gift, Words words, string name) => new()
    {
        Quantity = 1,
        PriceData = new()
        {
            Currency = gift.Campaign.Currency.ToLowerInvariant(),
            UnitAmount = gift.Charged,
            Recurring = gift.Monthly ? new() { Interval = "month" } : null,
            ProductData = new() { Name = name, Description = Description(gift, words) },
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
        return parts.Length == 0 ? null : string.Join(" · ", parts);
    }

    // The form's own fields, so that it comes back as it was, less the name of a tribute, which belongs in no address.
    private static string Cancelled(Gift gift)
    {
        var amount = new Money(gift.Chosen, gift.Campaign.Currency).Major;
        var isSuggested = gift.Campaign.Amounts.Any(suggested => suggested.Minor == gift.Chosen);
        var fields = new (string Name, string? Value)[]
        {
            ("language", gift.Language), ("campaign", gift.Campaign.Slug), ("amount", isSuggested ? amount : "other"), ("other_amount", isSuggested ? null : amount),
            ("frequency", gift.Interval), ("cover_fee", gift.Charged > gift.Chosen ? "yes" : null), ("designation", gift.Designation?.Slug),
            ("tribute", gift.Tribute is { } tribute ? GiftMetadata.KindOf(tribute) : null), ("from", gift.From),
        };
        return string.Join('&', fields.Where(field => field.Value is not null).Select(field => $"{field.Name}={field.Value}").Prepend("cancelled"));
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
