using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Advocacy.Functions.Http;

/// <summary>
/// Reads a request's body up to a limit, and lets no answer come before the body's end, which the Functions host would turn into a 500.
/// </summary>
internal sealed class RequestBodyMiddleware : IFunctionsWorkerMiddleware
{
    // More than the host takes of a request:
    // https://learn.microsoft.com/azure/azure-functions/functions-bindings-http-webhook-trigger#limits
    private const long MostDrained = 110_000_000;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && MayFollow(http.Request))
            http.Response.OnStarting(() => DrainAsync(http.Request));
        return next(context);
    }

    /// <summary>Whether the request announces a body, be it empty.</summary>
    public static bool MayFollow(HttpRequest request) =>
        request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? true;

    /// <param name="limit">Bytes, inclusive.</param>
    /// <returns>The bytes as they came; null if there are more than the limit.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellation)
    {
        if (request.ContentLength > limit)
            return null;
        var body = new ArrayBufferWriter<byte>((int)(request.ContentLength ?? 4096) + 1);
        while (body.WrittenCount <= limit)
        {
            var room = body.GetMemory(1);
            var read = await request.Body.ReadAsync(room[..Math.Min(room.Length, limit + 1 - body.WrittenCount)], cancellation);
            if (read == 0)
                return body.WrittenMemory;
            body.Advance(read);
        }
        return null;
    }

    private static async Task DrainAsync(HttpRequest request)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(request.HttpContext.RequestAborted);
        waiting.CancelAfter(_patience);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            for (long drained = 0; drained < MostDrained;)
            {
                if (await request.Body.ReadAsync(buffer, waiting.Token) is not (> 0 and var read))
                    return;
                drained += read;
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The sender has gone, or is too slow; the answer is not held up for it. BadHttpRequestException is an IOException.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
