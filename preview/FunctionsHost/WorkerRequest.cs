using Yarp.ReverseProxy.Forwarder;

namespace Advocacy.Preview.FunctionsHost;

/// <summary>A request as it goes on to the worker.</summary>
internal sealed class WorkerRequest : HttpTransformer
{
    public const string InvocationId = "x-ms-invocation-id";

    public static readonly WorkerRequest Instance = new();

    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        // The host sets them to what it sees itself: what the caller wrote does not arrive
        // (https://github.com/Azure/azure-functions-host/issues/11254).
        Set(proxyRequest, "X-Forwarded-For", httpContext.Connection.RemoteIpAddress?.ToString());
        Set(proxyRequest, "X-Forwarded-Proto", httpContext.Request.Scheme);
        Set(proxyRequest, "X-Forwarded-Host", httpContext.Request.Host.Value);
    }

    private static void Set(HttpRequestMessage request, string name, string? value)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, value);
    }
}
