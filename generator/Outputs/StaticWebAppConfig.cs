using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Advocacy.Generator.Outputs;

/// <summary>The shape of <c>staticwebapp.config.json</c>, as far as it is used.</summary>
/// <remarks>https://learn.microsoft.com/azure/static-web-apps/configuration</remarks>
internal sealed record StaticWebAppConfig(
    string TrailingSlash,
    ImmutableArray<RouteRule> Routes,
    OrderedDictionary<string, ResponseOverride> ResponseOverrides,
    OrderedDictionary<string, string> GlobalHeaders,
    OrderedDictionary<string, string> MimeTypes);

/// <param name="Route">An address; an asterisk at its end stands for whatever follows.</param>
internal sealed record RouteRule(string Route)
{
    public string? Redirect { get; init; }
    public int? StatusCode { get; init; }
    public OrderedDictionary<string, string>? Headers { get; init; }
}

internal sealed record ResponseOverride(string Rewrite);

[JsonSerializable(typeof(StaticWebAppConfig))]
internal sealed partial class StaticWebAppJson : JsonSerializerContext
{
    public static StaticWebAppJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
