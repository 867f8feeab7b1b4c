using Advocacy.Functions.Http;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Stripe;

namespace Advocacy.Functions.Webhooks;

/// <summary>Takes Stripe's events: signed, any number of times, in any order. Only what is durable is answered with 200.</summary>
public sealed class StripeWebhook(WebhookOptions options, EventRecorder recorder, TimeProvider clock, ILogger<StripeWebhook> log)
{
    // Stripe's own events stay far below; without a signature nobody has business with more.
    private const int LargestBody = 512 * 1024;

    // Several requests to Stripe and to the ledger. Azure Static Web Apps waits for 45 seconds, and Stripe sends again what fails:
    // https://learn.microsoft.com/azure/static-web-apps/apis-functions
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    [Function(nameof(StripeWebhook))]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "stripe/webhook")] HttpRequest request)
    {
        if (await RequestBodyMiddleware.ReadAsync(request, LargestBody, request.HttpContext.RequestAborted) is not { } body)
            return Reject(StatusCodes.Status413PayloadTooLarge, "The body is too large.");
        var problem = StripeSignature.Problem(request.Headers["Stripe-Signature"], body.Span, options.Secrets, clock.GetUtcNow());
        if (problem is not null) return Reject(StatusCodes.Status400BadRequest, problem);
        if (EventReader.Read(body) is not { } hint)
            return Reject(StatusCodes.Status400BadRequest, "The body is signed, and no event that we can read.");

        // From here on it does not matter whether the sender is still there.
        using var waiting = new CancellationTokenSource(_patience, clock);
        try
        {
            var outcome = await recorder.RecordAsync(hint, waiting.Token);
            return Answer(hint, outcome);
        }
        catch (Exception e) when (e is LedgerException || StripeFailure.Is(e))
        {
            return NotStored(hint, waiting.IsCancellationRequested
                ? $"no answer within {_patience.TotalSeconds} seconds"
                : e is LedgerException ? e.Message : $"Stripe did not answer ({StripeFailure.Describe(e)})");
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
            case Incomplete(var reason):
                return NotStored(hint, reason);
            case Refused(var reason):
                log.Refused(hint.Id, hint.Type, reason);
                return Results.Text($"Refused: {reason}.", statusCode: StatusCodes.Status400BadRequest);
            default:
                throw new InvalidOperationException($"There is no such outcome as {outcome}.");
        }
    }

    private IResult NotStored(EventHint hint, string reason)
    {
        log.NotStored(hint.Id, hint.Type, reason);
        return Results.Text("Not stored; send it again.", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private IResult Reject(int status, string reason)
    {
        log.Rejected(reason);
        return Results.Text(reason, statusCode: status);
    }
}
