using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Advocacy.TestKit.Functions;

/// <summary>Takes traces and metrics as a collector does: OTLP over gRPC. <see href="https://opentelemetry.io/docs/specs/otlp/"/></summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        _app = builder.Build();
        _app.MapPost("/{service}/Export", TakeAsync);
    }

    public string Address => _app.Urls.Single();

    /// <summary>The texts within each message, since its schema is not at hand.</summary>
    public ConcurrentQueue<(string Service, string Text)> Taken { get; } = new();

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        await collector._app.StartAsync();
        return collector;
    }

    private async Task TakeAsync(HttpContext context, string service)
    {
        using var message = new MemoryStream();
        await context.Request.Body.CopyToAsync(message);
        Taken.Enqueue((service, Encoding.UTF8.GetString(message.ToArray())));
        context.Response.ContentType = "application/grpc";
        // A frame of no bytes is an empty answer.
        await context.Response.Body.WriteAsync(new byte[5]);
        context.Response.AppendTrailer("grpc-status", "0");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
