using System.Collections.Immutable;
using System.Text.Json;
using Advocacy.Preview.FunctionsHost.Rpc;
using Microsoft.AspNetCore.Routing.Template;

namespace Advocacy.Preview.FunctionsHost;

/// <summary>Reads what a worker says of its functions.</summary>
/// <remarks>https://learn.microsoft.com/azure/azure-functions/functions-triggers-bindings</remarks>
internal static class FunctionBindings
{
    private const string NoSchedule = "The timerTrigger has no schedule; write one such as \"0 0 * * * *\".";

    /// <returns>The functions, and a sentence for each that cannot be called.</returns>
    public static (ImmutableArray<Function> Functions, ImmutableArray<string> Problems) Read(IEnumerable<RpcFunctionMetadata> described)
    {
        var (functions, problems) = (new List<Function>(), new List<string>());
        foreach (var metadata in described.OrderBy(metadata => metadata.Name, StringComparer.Ordinal))
        {
            try
            {
                functions.Add(Describe(metadata, [.. metadata.RawBindings.Select(Parse)]));
            }
            catch (Exception wrong) when (wrong is JsonException or FormatException or ArgumentException or InvalidOperationException)
            {
                problems.Add($"{metadata.Name}: {wrong.Message}");
            }
        }
        return ([.. functions], [.. problems]);
    }

    private static Function Describe(RpcFunctionMetadata metadata, ImmutableArray<JsonElement> bindings) =>
        bindings.Where(binding => Text(binding, "type")!.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase)).ToList() switch
        {
            [var trigger] when Is(trigger, "httpTrigger") => new HttpFunction(
                metadata.FunctionId, metadata.Name, Name(trigger), Methods(trigger),
                TemplateParser.Parse(Text(trigger, "route") ?? metadata.Name), NeedsKey(trigger)),
            [var trigger] when Is(trigger, "timerTrigger") => new TimerFunction(
                metadata.FunctionId, metadata.Name, Name(trigger),
                Schedule.Parse(Text(trigger, "schedule") ?? throw new FormatException(NoSchedule))),
            _ => throw new FormatException("A function needs exactly one trigger, an httpTrigger or a timerTrigger."),
        };

    private static JsonElement Parse(string binding)
    {
        using var json = JsonDocument.Parse(binding);
        return json.RootElement.Clone();
    }

    private static string Name(JsonElement trigger) => Text(trigger, "name") ?? throw new FormatException("The trigger has no name.");

    private static ImmutableArray<string> Methods(JsonElement trigger) =>
        trigger.TryGetProperty("methods", out var methods) && methods.ValueKind == JsonValueKind.Array
            ? [.. methods.EnumerateArray().Select(method => method.GetString()!.ToUpperInvariant())]
            : [];

    private static bool NeedsKey(JsonElement trigger) => (Text(trigger, "authLevel") ?? "function").ToUpperInvariant() switch
    {
        "ANONYMOUS" => false,
        "FUNCTION" or "ADMIN" => true,
        var level => throw new FormatException($"authLevel “{level}” is none of anonymous, function and admin."),
    };

    private static bool Is(JsonElement binding, string type) =>
        string.Equals(Text(binding, "type"), type, StringComparison.OrdinalIgnoreCase);

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) ? member.GetString() : null;
}
