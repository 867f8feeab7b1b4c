using System.Net;
using Advocacy.Preview.Backend;
using Advocacy.Preview.FunctionsHost;
using Advocacy.Preview.Panel;
using Advocacy.Theme.Layout;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging.Console;
using Yarp.ReverseProxy.Forwarder;

namespace Advocacy.Preview.Server;

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
    /// <param name="cloud">Null: the site alone.</param>
    /// <returns>Null where the port is taken.</returns>
    public static async Task<PreviewServer?> StartAsync(LiveSite site, int? port, LocalBackend? backend = null)
    {
        for (var attempt = 0; attempt < (port is null ? PortsToTry : 1); attempt++)
        {
            var app = Compose(site, port ?? UsualPort + attempt, backend);
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

    /// <remarks>https://no-color.org</remarks>
    private static LoggerColorBehavior Colors =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) ? LoggerColorBehavior.Default : LoggerColorBehavior.Disabled;

    private static WebApplication Compose(LiveSite site, int port, LocalBackend? backend)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        // The terminal is for the writer. Only a fault of the preview itself is worth a line; a taken port has a sentence of its own.
        builder.Logging.AddSimpleConsole(console => console.ColorBehavior = Colors)
            .SetMinimumLevel(LogLevel.Error).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Services.AddRoutingCore().AddHttpForwarder();
        builder.Services.AddRazorComponents();

        var app = builder.Build();
        app.Use(RefuseForeignHosts);
        if (backend is not null)
            UseBackend(app, backend);
        app.Use(RefuseWriting);
        var stopping = app.Lifetime.ApplicationStopping;
        app.MapWhen(PreviewAssets.AreAskedFor, own => own.Run(context => PreviewAssets.AnswerAsync(context, site, stopping)));
        app.Run(context => SiteFiles.AnswerAsync(context, site));
        return app;
    }

    private static void UseBackend(WebApplication app, LocalBackend backend)
    {
        var forwarder = app.Services.GetRequiredService<IHttpForwarder>();
        var panel = new PanelEndpoint(backend);
        app.Use((context, next) => LetFormsReachTheEmulator(context, next, backend));
        app.MapWhen(context => context.Request.Path == PanelEndpoint.Path, own => own.Run(panel.AnswerAsync));
        app.MapWhen(
            context => context.Request.Path.StartsWithSegments(FunctionsHostEmulator.Prefix, StringComparison.OrdinalIgnoreCase),
            api => api.Run(context => backend.Functions?.AnswerAsync(context, forwarder) ?? SayNotBuiltAsync(context, backend)));
    }

    private static Task SayNotBuiltAsync(HttpContext context, LocalBackend backend)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync($"{backend.Options.Wording.For(context).NotBuilt}\n", context.RequestAborted);
    }

    /// <summary>Browsers hold the redirect after a form to the policy of the form's page, which names Stripe's host only.</summary>
    private static Task LetFormsReachTheEmulator(HttpContext context, RequestDelegate next, LocalBackend backend)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            var isOfSite = context.Request.Path != PanelEndpoint.Path;
            if (backend.Stripe is { } emulator && isOfSite && headers.ContentSecurityPolicy.FirstOrDefault() is { } policy)
                headers.ContentSecurityPolicy = BrowserSecurity.AllowingFormsTo(policy, emulator.Address);
            return Task.CompletedTask;
        });
        return next(context);
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
