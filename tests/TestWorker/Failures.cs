using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Advocacy.TestWorker;

/// <summary>What may go wrong in a function.</summary>
public sealed class Failures(ILogger<Failures> log)
{
    [Function("Throw")]
    public static void Throw([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "throw")] HttpRequest request)
    {
        request.HttpContext.Response.OnStarting(() =>
        {
            request.HttpContext.Response.Headers["X-Kept"] = "yes";
            return Task.CompletedTask;
        });
        throw new InvalidOperationException("Thrown before the first byte.");
    }

    [Function("ThrowLate")]
    public static async Task ThrowLate([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "throw-late")] HttpRequest request)
    {
        await request.HttpContext.Response.WriteAsync("first\n", request.HttpContext.RequestAborted);
        await request.HttpContext.Response.Body.FlushAsync(request.HttpContext.RequestAborted);
        throw new InvalidOperationException("Thrown after the first byte.");
    }

    /// <summary>Waits for half a minute, or until it is canceled.</summary>
    [Function("Sleep")]
    public async Task Sleep(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sleep")] HttpRequest request, FunctionContext context)
    {
        log.LogInformation("asleep");
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(30), context.CancellationToken);
        }
        catch (OperationCanceledException)
        {
            log.LogWarning("canceled");
        }
    }

    /// <summary>Ends the worker in the midst of a request.</summary>
    [Function("Exit")]
    public static async Task Exit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "exit/{code:int}")] HttpRequest request, int code)
    {
        _ = Task.Run(() => Environment.Exit(code));
        await Task.Delay(Timeout.Infinite, request.HttpContext.RequestAborted);
    }
}
