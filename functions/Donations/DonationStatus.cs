using System.Globalization;
using System.Text.RegularExpressions;
using Advocacy.Content.Giving;
using Advocacy.Functions.Checkout;
using Advocacy.Functions.Http;
using Stripe;
using Stripe.Checkout;

namespace Advocacy.Functions.Donations;

/// <summary>What the thank-you page asks: has the gift arrived, and what was it? Nothing about who gave it.</summary>
public sealed partial class DonationStatus(StripeClient stripe, StatusLimit limit, ILogger<DonationStatus> log)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(12);

    [Function(nameof(DonationStatus))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "donations/{session}")] HttpRequest request, FunctionContext invocation)
    {
        var session = (string)request.RouteValues["session"]!;
        if (!SessionId().IsMatch(session))
            return Answer("unknown", StatusCodes.Status404NotFound);
        if (limit.Take(ClientAddress.Of(invocation, request)) is { } wait)
            return TooManyRequests.Answer(request.HttpContext, wait);

        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(request.HttpContext.RequestAborted);
        waiting.CancelAfter(_patience);
        try
        {
            var found = await stripe.V1.Checkout.Sessions.GetAsync(session, new() { Expand = ["payment_intent", "subscription"] }, cancellationToken: waiting.Token);
            return GiftMetadata.IsOurs(found.Metadata)
                ? Found(found)
                : Answer("unknown", StatusCodes.Status404NotFound);
        }
        catch (StripeException e) when (e.StripeError?.Code == "resource_missing")
        {
            return Answer("unknown", StatusCodes.Status404NotFound);
        }
        catch (Exception e) when (e is StripeException or HttpRequestException or OperationCanceledException)
        {
            NotAnswered(log, e.GetType().Name);
            return Answer("unavailable", StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IResult Found(Session session)
    {
        var interval = session.Mode == "subscription" ? "monthly" : "once";
        var sum = new Money(session.AmountTotal ?? 0, session.Currency.ToUpperInvariant());
        return Results.Text(
            string.Create(CultureInfo.InvariantCulture, $$"""{"status":"{{PaymentState.Of(session)}}","interval":"{{interval}}","amount":{{sum.Minor}},"currency":"{{sum.Currency}}"}"""),
            "application/json");
    }

    private static IResult Answer(string status, int code) => Results.Text($$"""{"status":"{{status}}"}""", "application/json", statusCode: code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stripe did not answer how a session stands: {Kind}")]
    private static partial void NotAnswered(ILogger log, string kind);

    // With such an id no other path of Stripe's can be reached.
    [GeneratedRegex(@"\Acs_(test|live)_[A-Za-z0-9]{1,200}\z")]
    private static partial Regex SessionId();
}
