using System.Net;
using Microsoft.AspNetCore.Connections;

namespace Advocacy.Preview;

/// <summary>Serves the site to this machine only.</summary>
public sealed class PreviewServer : IAsyncDisposable
{
    public const int UsualPort = 5080;

    private const int PortsToTry = 20;

    private readonly WebApplication app;

    private PreviewServer(WebApplication app) => this.app = app;

    public string Address => $"{app.Urls.First()}/";

    /// <summary>Cancelled by Ctrl-C.</summary>
    public CancellationToken Stopping => app.Lifetime.ApplicationStopping;

    public Task StoppedAsync() => app.WaitForShutdownAsync(CancellationToken.None);

    /// <param name="site">What is served.</param>
    /// <param name="port">Null: the usual one, or the next that is free; 0: any.</param>
    /// <returns>Null where the port is taken.</returns>
    public static async Task<PreviewServer?> StartAsync(LiveSite site, int? port)
    {
        for (var attempt = 0; attempt < (port is null ? PortsToTry : 1); attempt++)
        {
            var app = Compose(site, port ?? UsualPort + attempt);
            try
            {
                await app.StartAsync();
                return new PreviewServer(app);
            }
            catch (IOException taken) when (taken.InnerException is AddressInUseException)
            {
                await app.DisposeAsync();
            }
        }
        return null;
    }

    private static WebApplication Compose(LiveSite site, int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        // The terminal is for the writer. Only a fault of the preview itself is worth a line; a taken port has a sentence of its own.
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Error).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);

        var app = builder.Build();
        app.Use(RefuseForeignHosts);
        app.Use(RefuseWriting);
        app.MapWhen(OwnFiles.AreAskedFor, own => own.Run(context => OwnFiles.AnswerAsync(context, site, app.Lifetime.ApplicationStopping)));
        app.Run(context => SiteFiles.AnswerAsync(context, site));
        return app;
    }

    /// <summary>A page elsewhere whose name is made to point at this machine could read drafts otherwise (DNS rebinding).</summary>
    private static Task RefuseForeignHosts(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Host.Host is "127.0.0.1" or "localhost")
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private static Task RefuseWriting(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD";
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
