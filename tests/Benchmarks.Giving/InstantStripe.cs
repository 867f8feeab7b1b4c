using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Advocacy.Benchmarks.Giving;

/// <summary>
/// A Stripe on this machine that answers requests about sessions at once, so that the functions are measured and not Stripe.
/// </summary>
internal sealed class InstantStripe : IAsyncDisposable
{
    private readonly WebApplication _app;

    private InstantStripe(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public static async Task<InstantStripe> StartAsync(string campaign)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.MapGet("/v1/checkout/sessions/{id}", (string id) =>
            Results.Text(Deliveries.Session(campaign, id["cs_test_".Length..], isExpanded: true), "application/json"));
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
