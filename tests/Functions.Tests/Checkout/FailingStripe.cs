using System.Collections.Concurrent;
using System.Net;
using Advocacy.Functions.Checkout;
using Advocacy.Functions.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Advocacy.Tests.Functions.Checkout;

/// <summary>A Stripe that refuses every request, and remembers the key of each.</summary>
internal sealed class FailingStripe : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly AppSettings _settings;

    private FailingStripe(WebApplication app) => (_app, _settings) = (app, SettingsOf(app.Urls.First()));

    /// <summary>Of idempotency, in the order of the requests.</summary>
    public ConcurrentQueue<string> Keys { get; } = [];

    public int Status { get; set; } = 500;

    public CheckoutSessionOpener Sessions => new(
        global::Advocacy.Functions.Stripe.StripeConnection.Open(_settings, TimeProvider.System),
        _settings,
        NullLogger<CheckoutSessionOpener>.Instance);

    public static async Task<FailingStripe> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        FailingStripe? stripe = null;
        app.Run(context => stripe!.RefuseAsync(context));
        await app.StartAsync();
        return stripe = new(app);
    }

    private Task RefuseAsync(HttpContext context)
    {
        Keys.Enqueue(context.Request.Headers["Idempotency-Key"].ToString());
        context.Response.StatusCode = Status;
        return context.Response.WriteAsync("""{"error":{"type":"api_error","message":"An unknown error occurred."}}""");
    }

    private static AppSettings SettingsOf(string stripe)
    {
        var environment = new Dictionary<string, string>
        {
            ["STRIPE_SECRET_KEY"] = "sk_test_standin",
            ["STRIPE_WEBHOOK_SECRET"] = "whsec_test",
            ["STRIPE_API_BASE"] = stripe,
            ["LEDGER_CONNECTION"] = "sqlite:never-opened.db",
            ["SITE_URL"] = "https://www.example.test",
        };
        return AppSettingsReader.Read(environment.GetValueOrDefault).Settings!;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
