using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Stripe;

namespace Advocacy.TestKit.Stripe;

/// <summary>A webhook that verifies each event as Stripe's own library does.</summary>
public sealed class Receiver : IAsyncDisposable
{
    public const string Secret = "whsec_test";

    private readonly WebApplication _app;

    private Receiver(WebApplication app) => _app = app;

    public Uri Url => new($"{_app.Urls.First()}/hook");

    public ConcurrentQueue<Event> Events { get; } = [];

    public IEnumerable<string> Types => Events.Select(received => received.Type);

    /// <summary>Answers for the requests to come, before the usual 200.</summary>
    public ConcurrentQueue<int> Refusals { get; } = [];

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var receiver = new Receiver(app);
        app.Run(receiver.ReceiveAsync);
        await app.StartAsync();
        return receiver;
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        if (Refusals.TryDequeue(out var status))
        {
            context.Response.StatusCode = status;
            return;
        }
        Events.Enqueue(EventUtility.ConstructEvent(body, context.Request.Headers["Stripe-Signature"], Secret));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
