using System.Text;
using Advocacy.Preview.FunctionsHost.Rpc;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace Advocacy.Preview.FunctionsHost;

/// <summary>Lets the worker answer a request: the call itself goes over the stream, the request and its answer over HTTP.</summary>
internal sealed class HttpInvocations(FunctionsHostOptions options)
{
    // As the host has it.
    private static readonly ForwarderRequestConfig _forwarding = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    /// <param name="ending">Cancelled when no request is held any longer.</param>
    public async Task AnswerAsync(
        HttpContext context, IHttpForwarder forwarder, LoadedWorker worker, HttpFunction function, RouteValueDictionary route,
        CancellationToken ending)
    {
        if (context.Request.Headers.FirstOrDefault(header => !header.Value.All(value => Ascii.IsValid(value))) is { Key: { } odd })
        {
            options.Say($"functions: the header {odd} of a request has letters beyond ASCII, which the host never answers; "
                + "the request is held until its caller goes.");
            await HoldAsync(context.RequestAborted, ending);
            return;
        }
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = options.LargestBody;
        if (context.Request.ContentLength > options.LargestBody)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        if (await ReadBodyAsync(context) is { } body)
            await ForwardAsync(context, forwarder, worker, Describe(context, function, route, body), function.Name);
    }

    /// <summary>The host reads a body whose length is known before it calls the worker.</summary>
    /// <returns>Empty where there is no length; null where the caller has gone, or the answer is decided.</returns>
    private static async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength is not > 0)
            return ReadOnlyMemory<byte>.Empty;
        var body = GC.AllocateUninitializedArray<byte>((int)context.Request.ContentLength.Value);
        try
        {
            await context.Request.Body.ReadExactlyAsync(body, context.RequestAborted);
        }
        // It came too slowly, or not as it should.
        catch (BadHttpRequestException bad)
        {
            context.Response.StatusCode = bad.StatusCode;
            return null;
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            return null;
        }
        context.Request.Body = new MemoryStream(body, writable: false);
        return body;
    }

    private static InvocationRequest Describe(
        HttpContext context, HttpFunction function, RouteValueDictionary route, ReadOnlyMemory<byte> body)
    {
        var headers = context.Request.Headers;
        var invocation = new InvocationRequest
        {
            InvocationId = Guid.NewGuid().ToString(),
            FunctionId = function.Id,
            TraceContext = new() { TraceParent = headers.TraceParent.ToString(), TraceState = headers.TraceState.ToString() },
        };
        invocation.InputData.Add(new ParameterBinding { Name = function.Input, Data = new() { Http = new() } });
        TriggerMetadata.Fill(invocation.TriggerMetadata, context.Request, body, route);
        return invocation;
    }

    private async Task ForwardAsync(
        HttpContext context, IHttpForwarder forwarder, LoadedWorker worker, InvocationRequest invocation, string name)
    {
        context.Request.Headers[WorkerRequest.InvocationId] = invocation.InvocationId;
        var forwarding = forwarder.SendAsync(context, worker.Prefix, worker.Invoker, _forwarding, WorkerRequest.Instance);
        var ending = worker.Channel.InvokeAsync(invocation);
        // Without the request the function would wait for it, and with a caller who has gone it would work for nobody.
        if (await forwarding != ForwarderError.None)
        {
            worker.Channel.Cancel(invocation.InvocationId);
            SayFailed(name, ending.IsCompletedSuccessfully ? ending.Result : null);
            Fail(context);
            return;
        }
        using var going = context.RequestAborted.Register(() => worker.Channel.Cancel(invocation.InvocationId));
        if (await ending is { } failure)
        {
            SayFailed(name, failure);
            Fail(context);
        }
    }

    private void SayFailed(string name, string? why)
    {
        if (why is not null)
            options.Say($"functions: {name} failed: {why}");
    }

    /// <summary>The headers stay, as the host leaves them. What has begun cannot become an error any more, so it is cut.</summary>
    private static void Fail(HttpContext context)
    {
        if (context.Response.HasStarted)
            context.Abort();
        else
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }

    private static async Task HoldAsync(CancellationToken gone, CancellationToken ending)
    {
        using var until = CancellationTokenSource.CreateLinkedTokenSource(gone, ending);
        await Until.CancelledAsync(until.Token);
    }
}
