using System.Collections;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Advocacy.Functions.Configuration;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Advocacy.Functions.Operations;

/// <summary>Traces and metrics over OTLP, where the operator has named a collector; the exporter's other standard variables count as well.</summary>
public static partial class Telemetry
{
    private const string Variables = "OTEL_";
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder, Settings settings)
    {
        if (settings.Telemetry is not { } collector)
            return;
        // The exporter reads the app's configuration, which is empty otherwise.
        builder.Configuration.AddInMemoryCollection(FromEnvironment().Append(new(Endpoint, collector.ToString())));
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("advocacy-functions"))
            .WithTracing(tracing => tracing
                .AddAspNetCoreInstrumentation(options => options.EnrichWithHttpResponse = (activity, response) => Anonymise(activity, response.HttpContext))
                .AddHttpClientInstrumentation(options => options.EnrichWithHttpRequestMessage = (activity, request) => Anonymise(activity, request.RequestUri))
                .AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddMeter(GivingMeter.Name)
                .AddOtlpExporter());
    }

    private static IEnumerable<KeyValuePair<string, string?>> FromEnvironment() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Select(variable => KeyValuePair.Create((string)variable.Key, (string?)variable.Value))
        .Where(variable => variable.Key.StartsWith(Variables, StringComparison.Ordinal) && variable.Key != Endpoint);

    // A path may hold a session's id, and an address leads to a person: the route's pattern tells as much as an operator needs.
    private static void Anonymise(Activity activity, HttpContext context)
    {
        activity.SetTag("url.path", (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "");
        foreach (var tag in (string[])["url.query", "client.address", "network.peer.address", "user_agent.original"])
            activity.SetTag(tag, null);
    }

    // Of Stripe's addresses the kind of object is enough, /v1/checkout/sessions; an id has a short prefix, as cs_ or sub_.
    internal static void Anonymise(Activity activity, Uri? address)
    {
        if (address is not null)
            activity.SetTag("url.full", address.GetLeftPart(UriPartial.Authority) + string.Concat(address.Segments.Where(segment => !Id().IsMatch(segment))));
    }

    [GeneratedRegex(@"\A[a-z]{2,5}_")]
    private static partial Regex Id();
}
