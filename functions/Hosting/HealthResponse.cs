using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Advocacy.Functions.Hosting;

/// <summary>For anybody.</summary>
/// <param name="Status"><c>ok</c>, <c>degraded</c> or <c>down</c>.</param>
public sealed record HealthResponse(string Status);

/// <summary>For the operator. Instants are UTC, in whole seconds.</summary>
/// <param name="Giving"><c>on</c>, <c>off</c> or <c>unavailable</c>.</param>
/// <param name="Mode"><c>live</c> or <c>test</c>, as Stripe's key.</param>
public sealed record HealthDetailsResponse(
    string Status,
    ImmutableArray<HealthProblem> Problems,
    string Ledger,
    string? Reconciled,
    GivingFileResponse GivingFile,
    string Giving,
    string Mode,
    int Campaigns,
    string Version);

/// <param name="Source">Where the file comes from.</param>
/// <param name="Problem">A sentence; null where the last reading went well.</param>
public sealed record GivingFileResponse(string? Source, string? Built, string? Checked, string? Problem);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthResponse))]
[JsonSerializable(typeof(HealthDetailsResponse))]
internal sealed partial class HealthJson : JsonSerializerContext
{
    // Never part of a page, so that signs need not be escaped for one.
    public static HealthJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
