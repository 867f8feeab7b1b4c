using System.Text.Json.Nodes;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Stripe;

namespace Advocacy.Functions.Finance;

/// <summary>Compares the ledger with Stripe: each hour by itself, and when somebody with the function's key asks for it.</summary>
public sealed class Reconcile(Reconciliation reconciliation, TimeProvider clock, ILogger<Reconciliation> log)
{
    // A run on a consumption plan is ended after five minutes: https://learn.microsoft.com/azure/azure-functions/functions-scale#timeout
    private static readonly TimeSpan _timerPatience = TimeSpan.FromMinutes(4);

    // Azure Static Web Apps waits for 45 seconds: https://learn.microsoft.com/azure/static-web-apps/apis-functions
    private static readonly TimeSpan _requestPatience = TimeSpan.FromSeconds(40);

    /// <summary>Seven minutes past each hour, when fewer other programs ask Stripe than at the full hour.</summary>
    [Function(nameof(Reconcile))]
    public async Task RunAsync([TimerTrigger("0 7 * * * *")] TimerInfo timer)
    {
        if (await TryAsync(_timerPatience) is null)
            throw new InvalidOperationException("Not reconciled; the line before says why.");
    }

    [Function("ReconcileNow")]
    public async Task<IResult> RunNowAsync([HttpTrigger(AuthorizationLevel.Function, "post", Route = "reconcile")] HttpRequest request)
    {
        if (await TryAsync(_requestPatience) is not { } report)
        {
            const string Sentence = "Not reconciled: Stripe or the ledger did not answer; try again.";
            return Results.Text(Sentence, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        var json = new JsonObject
        {
            ["examined"] = report.Examined,
            ["added"] = report.Added,
            ["unexplained"] = new JsonArray([.. report.Unexplained.Select(sentence => JsonValue.Create(sentence))]),
        };
        return Results.Text(json.ToJsonString(), "application/json");
    }

    /// <returns>Null where Stripe or the ledger did not answer, which is in the log. What was recorded until then stays.</returns>
    private async Task<ReconciliationReport?> TryAsync(TimeSpan patience)
    {
        using var waiting = new CancellationTokenSource(patience, clock);
        try
        {
            var report = await reconciliation.RunAsync(waiting.Token);
            log.Report(report);
            return report;
        }
        catch (Exception e) when (e is LedgerException || StripeFailure.Is(e))
        {
            log.NotReconciled(waiting.IsCancellationRequested
                ? $"it took longer than {patience.TotalSeconds} seconds"
                : e is LedgerException ? e.Message : $"Stripe did not answer ({StripeFailure.Describe(e)})");
            return null;
        }
    }
}
