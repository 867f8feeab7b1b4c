using System.Net;
using Yarp.ReverseProxy.Forwarder;

namespace Advocacy.Preview.FunctionsHost;

/// <summary>The emulator on an address of its own, as a function app has one.</summary>
public sealed class FunctionsHostServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FunctionsHostServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<FunctionsHostServer> StartAsync(FunctionsHostEmulator emulator)
    {
        ArgumentNullException.ThrowIfNull(emulator);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        builder.Services.AddHttpForwarder();
        var app = builder.Build();
        var forwarder = app.Services.GetRequiredService<IHttpForwarder>();
        app.Run(context => context.Request.Path == "/"
            ? HomeAsync(context, emulator.HasHomepage)
            : emulator.AnswerAsync(context, forwarder));
        await app.StartAsync();
        return new(app);
    }

    private static Task HomeAsync(HttpContext context, bool hasHomepage)
    {
        if (!hasHomepage)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync("<!DOCTYPE html><title>Your Functions app is up and running</title>", context.RequestAborted);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
