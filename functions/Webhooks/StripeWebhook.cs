using Advocacy.Functions.Http;
using Advocacy.Functions.Ledger;
using Stripe;

namespace Advocacy.Functions.Webhooks;

/// <summary>Where Stripe tells what happened: signed, any number of times, in any order. Only what is durable is answered with 200.</summary>
public sealed class StripeWebhook(WebhookOptions options, EventRecorder recorder, TimeProvider clock, ILogger<StripeWebhook> log)
{
    // Stripe's own events stay far below; without a signature nobody has business with more.
    private const int LargestBody = 512 * 1024;

    [Function(nameof(StripeWebhook))]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "stripe/webhook")] HttpRequest request)
    {
        if (await RequestBodyMiddleware.ReadAsync(request, LargestBody, request.HttpContext.RequestAborted) is not { } body)
            return Reject(StatusCodes.Status413PayloadTooLarge, "The body is too large.");
        var problem = StripeSignature.Problem(request.Headers["Stripe-Signature"], body.Span, options.Secrets, clock.GetUtcNow());
        if (problem is not null) return Reject(StatusCodes.Status400BadRequest, problem);
        if (EventReader.Read(body) is not { } hint)
            return Reject(StatusCodes.Status400BadRequest, "The body is signed, and no event that we can read.");

        try
        {
            // From here on it does not matter whether the sender is still there.
            var outcome = await recorder.RecordAsync(hint, CancellationToken.None);
            return Answer(hint, outcome);
        }
        catch (Exception e) when (e is LedgerException or StripeException or HttpRequestException or TaskCanceledException)
        {
            log.Failed(hint.Id, hint.Type, e is LedgerException ? e.Message : e.GetType().Name);
            return Results.Text("Not stored; send it again.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private IResult Answer(EventHint hint, EventOutcome outcome)
    {
        switch (outcome)
        {
            case Recorded(var gift, var key, var isNew):
                log.Recorded(hint.Id, hint.Type, gift, key, isNew);
                return Results.Text(isNew ? "Recorded." : "Known already.");
            case Ignored(var reason):
                log.Ignored(hint.Id, hint.Type, reason);
                return Results.Text($"Ignored: {reason}.");
            case Refused(var reason):
                log.Refused(hint.Id, hint.Type, reason);
                return Results.Text($"Refused: {reason}.", statusCode: StatusCodes.Status400BadRequest);
            default:
                throw new InvalidOperationException($"There is no such outcome as {outcome}.");
        }
    }

    private IResult Reject(int status, string reason)
    {
        log.Rejected(reason);
        return Results.Text(reason, statusCode: status);
    }
}
