using System.Diagnostics;
using System.Text.RegularExpressions;
using Advocacy.Functions.Configuration;
using Advocacy.Functions.Donations;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Advocacy.Functions.Hosting;

/// <summary>
/// Traces, metrics and log lines over OTLP, where the operator has named a collector; the exporter's other standard variables count as
/// well. The host then no longer passes our log lines on, so that they go to the console, too. Without a collector they go to the host,
/// which shows them.
/// </summary>
public static partial class Telemetry
{
    public static void AddTelemetry(this FunctionsApplicationBuilder builder, AppSettings settings)
    {
        builder.Logging
            .SetMinimumLevel(LogLevel.Information)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        if (settings.Telemetry is not { } collector)
            return;
        // As it was checked, with what stands for it in this process only.
        builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.ToString();
        // The host takes each line on stdout for one message.
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        var telemetry = builder.Services.AddOpenTelemetry();
        telemetry.UseFunctionsWorkerDefaults();
        telemetry
            .ConfigureResource(resource => resource.AddService("advocacy-functions"))
            .WithLogging(logging => logging.AddOtlpExporter())
            .WithTracing(tracing => tracing
                .AddAspNetCoreInstrumentation(options =>
                    options.EnrichWithHttpResponse = (activity, response) => Anonymize(activity, response.HttpContext))
                .AddHttpClientInstrumentation(options =>
                    options.EnrichWithHttpRequestMessage = (activity, request) => Anonymize(activity, request.RequestUri))
                .AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddMeter(DonationMetrics.Name)
                .AddOtlpExporter());
    }

    // A path may hold a session's id, and an address leads to a person: the route's pattern says as much as an operator needs.
    private static void Anonymize(Activity activity, HttpContext context)
    {
        activity.SetTag("url.path", (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "");
        foreach (var tag in (string[])["url.query", "client.address", "network.peer.address", "user_agent.original"])
            activity.SetTag(tag, null);
    }

    // Of Stripe's addresses the kind of object is enough, /v1/checkout/sessions; an id has a short prefix, as cs_ or sub_.
    internal static void Anonymize(Activity activity, Uri? address)
    {
        if (address is not null)
        {
            var path = string.Concat(address.Segments.Where(segment => !Id().IsMatch(segment)));
            activity.SetTag("url.full", address.GetLeftPart(UriPartial.Authority) + path);
        }
    }

    [GeneratedRegex(@"\A[a-z]{2,5}_")]
    private static partial Regex Id();
}
