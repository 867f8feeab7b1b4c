namespace Advocacy.Functions.Finance;

internal static partial class ReconciliationLog
{
    public static void Report(this ILogger log, ReconciliationReport report)
    {
        foreach (var reason in report.Unexplained) log.Unexplained(reason);
        log.Reconciled(report.Examined, report.Added, report.Unexplained.Length);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Reconciled with Stripe: {Examined} events examined, {Added} facts added, {Unexplained} unexplained")]
    private static partial void Reconciled(this ILogger log, int examined, int added, int unexplained);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reconciling cannot explain {Reason}")]
    private static partial void Unexplained(this ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Not reconciled, and tried again in an hour: {Reason}")]
    public static partial void NotReconciled(this ILogger log, string reason);
}
