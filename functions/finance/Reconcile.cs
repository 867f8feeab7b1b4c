using Advocacy.Functions.Ledger;
using Stripe;

namespace Advocacy.Functions.Finance;

/// <summary>The hourly timer: the host posts an envelope of its own, which says nothing that we need, and wants one back.</summary>
public static class Reconcile
{
    private const string Envelope = """{"Outputs":{},"Logs":[],"ReturnValue":null}""";

    public static IEndpointConventionBuilder MapReconcile(this IEndpointRouteBuilder routes) => routes.MapPost("/Reconcile", (Delegate)RunAsync);

    private static async Task<IResult> RunAsync(Reconciliation reconciliation, ILogger<Reconciliation> log)
    {
        try
        {
            log.Report(await reconciliation.RunAsync(CancellationToken.None));
            return Results.Text(Envelope, "application/json");
        }
        catch (Exception e) when (e is LedgerException or StripeException or HttpRequestException or TaskCanceledException)
        {
            log.NotReconciled(e is LedgerException ? e.Message : $"Stripe did not answer ({e.GetType().Name})");
            return Results.Text(Envelope, "application/json", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
