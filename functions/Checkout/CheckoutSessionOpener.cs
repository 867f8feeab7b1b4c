using Advocacy.Functions.Configuration;
using Stripe;

namespace Advocacy.Functions.Checkout;

/// <summary>Asks Stripe for a page where a gift is paid.</summary>
public sealed partial class CheckoutSessionOpener(StripeClient stripe, AppSettings settings, ILogger<CheckoutSessionOpener> log)
{
    /// <summary>All attempts together; the donor waits for no longer than this.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(12);

    public async Task<CheckoutAnswer> OpenAsync(Gift gift, GivingSite site, Attempt attempt, CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        waiting.CancelAfter(Patience);
        var parameters = SessionParameters.Of(gift, site, settings.Site, attempt);
        // Stripe.net would make up another key for each call; ours is the same for the same press of the button.
        var request = new RequestOptions { IdempotencyKey = SessionParameters.KeyOf(gift, attempt) };
        try
        {
            var session = await stripe.V1.Checkout.Sessions.CreateAsync(parameters, request, waiting.Token);
            Log.Opened(log, session.Id, gift.Campaign.Slug, gift.Interval, gift.Charged, gift.Campaign.Currency);
            return new Opened(session.Url);
        }
        catch (StripeException e)
        {
            var error = e.StripeError;
            var code = error?.Code ?? error?.Type ?? "none";
            Log.Refused(log, (int)e.HttpStatusCode, code, error?.Param ?? "none", e.StripeResponse?.RequestId ?? "none");
        }
        // Stripe.net lets these two through once its own attempts are used up.
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            Log.Silent(log, e.GetType().Name);
        }
        return new Unavailable();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Session {Session} opened for {Campaign}, {Interval}, {Amount} {Currency}")]
        public static partial void Opened(ILogger log, string session, string campaign, string interval, long amount, string currency);

        [LoggerMessage(
            Level = LogLevel.Error, Message = "Stripe refused a session: status {Status}, {Code} at {Parameter}, request {Request}")]
        public static partial void Refused(ILogger log, int status, string code, string parameter, string request);

        [LoggerMessage(Level = LogLevel.Error, Message = "Stripe did not answer a request for a session: {Kind}")]
        public static partial void Silent(ILogger log, string kind);
    }
}
