namespace Advocacy.Content.Giving;

/// <summary>
/// How many characters Stripe takes in each text that we send. Unless another source is named, it is <c>maxLength</c> of the parameter of
/// <c>POST /v1/checkout/sessions</c> in <see href="https://github.com/stripe/openapi"/> (<c>latest/openapi.spec3.json</c>).
/// </summary>
/// <remarks>We send no words for the donor's bank statement: those of the account stand there. The limit would be 22.</remarks>
public static class StripeLimits
{
    /// <summary>Of a product; the API's changes of 2018-10-31: <see href="https://docs.stripe.com/upgrades#2018-10-31"/>.</summary>
    public const int Name = 250;

    public const int ProductDescription = 40_000;
    public const int PaymentDescription = 1_000;
    public const int SubscriptionDescription = 500;

    /// <summary>
    /// Stated as 1,500 for the session, but an invoice takes 500:
    /// <see href="https://dev.classmethod.jp/articles/stripe-invoice-use-max-string-in-description-custom-fields-footer/"/>.
    /// </summary>
    public const int InvoiceDescription = 500;

    public const int InvoiceFooter = 5_000;
    public const int ClientReference = 200;

    /// <summary>Not stated for the addresses to return to: the limit of Stripe's texts that have no other.</summary>
    public const int Address = 5_000;

    /// <summary>Of metadata: <see href="https://docs.stripe.com/metadata"/>.</summary>
    public const int MetadataKeys = 50;
    public const int MetadataKey = 40;
    public const int MetadataValue = 500;

    /// <summary><see href="https://docs.stripe.com/api/idempotent_requests"/></summary>
    public const int IdempotencyKey = 255;

    /// <summary>From a session's creation to its end; the longest is 24 hours.</summary>
    public static readonly TimeSpan ShortestSession = TimeSpan.FromMinutes(30);
}
