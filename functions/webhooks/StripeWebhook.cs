using Advocacy.Functions.Ledger;
using Microsoft.AspNetCore.Http.Features;
using Stripe;

namespace Advocacy.Functions.Webhooks;

/// <summary>Where Stripe tells what happened: signed, any number of times, in any order. Only what is durable is answered with 200.</summary>
public static class StripeWebhook
{
    // Stripe's own events stay far below; without a signature nobody has business with more.
    private const int LargestBody = 512 * 1024;

    public static IEndpointConventionBuilder MapStripeWebhook(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/stripe/webhook", (Delegate)ReceiveAsync);

    private static async Task<IResult> ReceiveAsync(
        HttpContext context, WebhookOptions options, Bookkeeper bookkeeper, TimeProvider clock, ILogger<Bookkeeper> log)
    {
        if (await ReadAsync(context) is not { } body) return Reject(log, StatusCodes.Status413PayloadTooLarge, "The body is too large.");
        var problem = StripeSignature.Problem(context.Request.Headers["Stripe-Signature"], body, options.Secrets, clock.GetUtcNow());
        if (problem is not null) return Reject(log, StatusCodes.Status400BadRequest, problem);
        if (EventText.Read(body) is not { } told) return Reject(log, StatusCodes.Status400BadRequest, "The body is signed, and no event that we can read.");

        try
        {
            // From here on it does not matter whether the sender is still there.
            var outcome = await bookkeeper.CarryOutAsync(EventDecision.Of(told, options.Livemode), CancellationToken.None);
            return Answer(log, told, outcome);
        }
        catch (Exception e) when (e is LedgerException or StripeException or HttpRequestException or TaskCanceledException)
        {
            log.Failed(told.Id, told.Type, e is LedgerException ? e.Message : e.GetType().Name);
            return Results.Text("Not stored; send it again.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IResult Answer(ILogger log, Event told, Outcome outcome)
    {
        switch (outcome)
        {
            case Stored stored:
                log.Recorded(told.Id, told.Type, stored.Gift, stored.Key, stored.IsNew);
                return Results.Text(stored.IsNew ? "Recorded." : "Known already.");
            case NotRecorded(var reason):
                log.Ignored(told.Id, told.Type, reason);
                return Results.Text($"Ignored: {reason}.");
            case NotUnderstood(var reason):
                log.Refused(told.Id, told.Type, reason);
                return Results.Text($"Refused: {reason}.", statusCode: StatusCodes.Status400BadRequest);
            default:
                throw new InvalidOperationException($"There is no such outcome as {outcome}.");
        }
    }

    private static IResult Reject(ILogger log, int status, string reason)
    {
        log.Rejected(reason);
        return Results.Text(reason, statusCode: status);
    }

    /// <returns>Null if there is more than we take.</returns>
    private static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        // Before the server is told the limit, or it would break off the connection instead of answering.
        if (context.Request.ContentLength > LargestBody) return null;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = LargestBody;

        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
        return body.ToArray();
    }
}
