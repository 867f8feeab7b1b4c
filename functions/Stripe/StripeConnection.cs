using Advocacy.Functions.Configuration;
using Stripe;

namespace Advocacy.Functions.Stripe;

/// <summary>Makes the client that sends our requests to Stripe.</summary>
internal static class StripeConnection
{
    private static readonly TimeSpan _attempt = TimeSpan.FromSeconds(10);

    /// <summary>Tries three times at most, ten seconds each; the caller limits the whole.</summary>
    public static StripeClient Open(AppSettings settings, TimeProvider clock)
    {
        // Connections are renewed so that a change of Stripe's addresses is noticed.
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        var http = new HttpClient(new RateLimitPause(clock, sockets)) { Timeout = _attempt };
        return new(new StripeClientOptions
        {
            ApiKey = settings.StripeKey,
            ApiBase = settings.StripeBase,
            HttpClient = new SystemNetHttpClient(http, maxNetworkRetries: 2, enableTelemetry: false),
        });
    }
}
