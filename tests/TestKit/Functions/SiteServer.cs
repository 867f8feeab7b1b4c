using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Advocacy.TestKit.Functions;

/// <summary>A site on this machine that answers as a test wants it to.</summary>
internal sealed class SiteServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SiteServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(context =>
        {
            Requests++;
            return context.Request.Path == "/giving.json" ? Answer(context) : Task.CompletedTask;
        });
    }

    public RequestDelegate Answer { get; set; } = context =>
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    };

    public int Requests { get; private set; }

    public string Address { get; private set; } = "";

    public static async Task<SiteServer> StartAsync()
    {
        var server = new SiteServer();
        await server._app.StartAsync();
        server.Address = server._app.Urls.Single();
        return server;
    }

    /// <summary>Answers with a file as a static host does: with a tag, and with 304 where the caller has that tag.</summary>
    public void Publish(byte[] bytes, string tag = "\"1\"") => Answer = context =>
    {
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        context.Response.ContentType = "application/json";
        return context.Response.Body.WriteAsync(bytes).AsTask();
    };

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
