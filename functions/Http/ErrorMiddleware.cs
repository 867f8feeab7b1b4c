using Advocacy.Functions.Configuration;
using Advocacy.Functions.Ledger;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Advocacy.Functions.Http;

/// <summary>What no function expected: one line in the log, one plain sentence to the caller, and the headers of every answer.</summary>
internal sealed partial class ErrorMiddleware(SecurityHeaders headers, ILogger<ErrorMiddleware> log) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        // A timer has no caller: the host counts its failure.
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }
        try
        {
            await next(context);
            await ExecuteResultAsync(context, http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            await WriteAsync(http, e, context.FunctionDefinition.Name);
        }
        catch (Exception e)
        {
            // Half an answer must not look like a whole one: the connection is cut.
            Failed(log, e, context.FunctionDefinition.Name);
            http.Abort();
            throw;
        }
    }

    /// <summary>
    /// Here, and not after all middlewares as the worker does by itself, so that a result that fails while it is written is caught, too;
    /// and so that the worker does not send the result's properties to the host as the function's return value.
    /// </summary>
    private static async Task ExecuteResultAsync(FunctionContext context, HttpContext http)
    {
        var invocation = context.GetInvocationResult();
        if (invocation.Value is not IResult result)
            return;
        invocation.Value = null;
        await result.ExecuteAsync(http);
    }

    private async Task WriteAsync(HttpContext http, Exception e, string function)
    {
        var (status, sentence) = e switch
        {
            BadHttpRequestException bad => (bad.StatusCode, "The request cannot be read."),
            LedgerException or SiteUnavailableException =>
                (StatusCodes.Status503ServiceUnavailable, "This is not available at the moment; try again in a few minutes."),
            _ =>
                (
                    StatusCodes.Status500InternalServerError,
                    "Something went wrong on our side. Nothing was charged; try again in a few minutes."),
        };
        if (status >= StatusCodes.Status500InternalServerError)
            Failed(log, e, function);
        // Whatever the function had set for an answer that did not come.
        http.Response.Clear();
        headers.Apply(http.Response);
        await Results.Text(sentence, statusCode: status).ExecuteAsync(http);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed in {Function}")]
    private static partial void Failed(ILogger log, Exception e, string function);
}
