using System.Text.Json.Nodes;
using Advocacy.Functions.Ledger;
using Stripe;

namespace Advocacy.Functions.Finance;

/// <summary>Compares the ledger with Stripe: each hour by itself, and when somebody with the function's key asks for it.</summary>
public sealed class Reconcile(Reconciliation reconciliation, ILogger<Reconciliation> log)
{
    /// <summary>Seven minutes past each hour, when fewer other programs ask Stripe than at the full hour.</summary>
    [Function(nameof(Reconcile))]
    public async Task RunAsync([TimerTrigger("0 7 * * * *")] TimerInfo timer)
    {
        if (await TryAsync() is null)
            throw new InvalidOperationException("Not reconciled; the line before says why.");
    }

    [Function("ReconcileNow")]
    public async Task<IResult> RunNowAsync([HttpTrigger(AuthorizationLevel.Function, "post", Route = "reconcile")] HttpRequest request)
    {
        if (await TryAsync() is not { } report)
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

    /// <returns>Null where Stripe or the ledger did not answer, which is in the log.</returns>
    private async Task<ReconciliationReport?> TryAsync()
    {
        try
        {
            var report = await reconciliation.RunAsync(CancellationToken.None);
            log.Report(report);
            return report;
        }
        catch (Exception e) when (e is LedgerException or StripeException or HttpRequestException or TaskCanceledException)
        {
            log.NotReconciled(e is LedgerException ? e.Message : $"Stripe did not answer ({e.GetType().Name})");
            return null;
        }
    }
}
