using Advocacy.Functions.Configuration;
using Advocacy.Functions.Ledger;

namespace Advocacy.Functions.Operations;

/// <summary>What no endpoint expected: one line in the log, one plain sentence to the caller, and the headers of every answer.</summary>
public static partial class LastResort
{
    public static void UseLastResort(this WebApplication app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no route";
            (context.Response.StatusCode, var sentence) = e switch
            {
                BadHttpRequestException bad => (bad.StatusCode, "The request cannot be read."),
                LedgerException or SiteUnavailableException => (StatusCodes.Status503ServiceUnavailable, "This is not available at the moment; try again in a few minutes."),
                _ => (StatusCodes.Status500InternalServerError, "Something went wrong on our side. Nothing was charged; try again in a few minutes."),
            };
            if (context.Response.StatusCode >= 500)
                Failed(app.Logger, e, route);
            context.Response.Headers.CacheControl = "no-store";
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(sentence);
        }
    });

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed at {Route}")]
    private static partial void Failed(ILogger log, Exception e, string route);
}
