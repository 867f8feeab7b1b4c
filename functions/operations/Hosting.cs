using System.Net;
using Advocacy.Functions.Configuration;

namespace Advocacy.Functions.Operations;

/// <summary>An empty ASP.NET Core with just what the functions use, since the host starts it while somebody waits.</summary>
public static class Hosting
{
    /// <summary>Bytes of a request's body, unless the endpoint says otherwise.</summary>
    public const int LargestBody = 64 * 1024;

    public static WebApplicationBuilder CreateBuilder(Settings settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "functions", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(IPAddress.Loopback, settings.Port);
        });
        builder.Services.AddRoutingCore();
        // The host takes each line on stdout for one message.
        builder.Logging
            .SetMinimumLevel(LogLevel.Information)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information)
            .AddSimpleConsole(console => console.SingleLine = true);
        return builder;
    }

    /// <summary>The host waits for any answer at <c>/</c> before it sends requests.</summary>
    public static void MapReadiness(this WebApplication app) => app.MapGet("/", () => Results.Text("ready")).WithName("Readiness");
}
