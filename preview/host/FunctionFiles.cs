using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Routing.Template;

namespace Advocacy.Preview.Host;

/// <summary>Reads the functions of an app as the host does: one folder each, with a <c>function.json</c>.</summary>
/// <remarks>https://learn.microsoft.com/azure/azure-functions/functions-custom-handlers</remarks>
public static class FunctionFiles
{
    private const string Name = "function.json";

    public static bool AreIn(string folder) =>
        Directory.Exists(folder) && Directory.EnumerateDirectories(folder).Any(inner => File.Exists(Path.Combine(inner, Name)));

    /// <returns>The functions, and a sentence for each file that describes none.</returns>
    public static (ImmutableArray<Function> Functions, ImmutableArray<string> Problems) Read(string folder)
    {
        var (functions, problems) = (new List<Function>(), new List<string>());
        foreach (var inner in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var file = Path.Combine(inner, Name);
            if (!File.Exists(file))
                continue;
            try
            {
                using var json = JsonDocument.Parse(File.ReadAllText(file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
                functions.Add(Describe(Path.GetFileName(inner), json.RootElement));
            }
            catch (Exception wrong) when (wrong is JsonException or FormatException or ArgumentException or KeyNotFoundException or InvalidOperationException)
            {
                problems.Add($"{Path.GetFileName(inner)}/{Name}: {wrong.Message}");
            }
        }
        return ([.. functions], [.. problems]);
    }

    private static Function Describe(string name, JsonElement root)
    {
        var bindings = root.GetProperty("bindings").EnumerateArray().ToList();
        var triggers = bindings.Where(binding => Text(binding, "type")!.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase)).ToList();
        return triggers switch
        {
            [var trigger] when Is(trigger, "httpTrigger") => bindings.Count == 2 && bindings.Count(binding => Is(binding, "http") && Text(binding, "direction") == "out") == 1
                ? new Function.Web(name, Methods(trigger), TemplateParser.Parse(Text(trigger, "route") ?? name), NeedsKey(trigger))
                : throw new FormatException("The host proxies a function only with exactly one httpTrigger in and one http out; take the other bindings away."),
            [var trigger] when Is(trigger, "timerTrigger") => new Function.Timed(name, Text(trigger, "name") ?? "timer",
                Schedule.Parse(Text(trigger, "schedule") ?? throw new FormatException("The timerTrigger has no schedule; write one such as \"0 0 * * * *\"."))),
            _ => throw new FormatException("A function needs exactly one trigger, an httpTrigger or a timerTrigger."),
        };
    }

    private static ImmutableArray<string> Methods(JsonElement trigger) => trigger.TryGetProperty("methods", out var methods)
        ? [.. methods.EnumerateArray().Select(method => method.GetString()!.ToUpperInvariant())]
        : [];

    private static bool NeedsKey(JsonElement trigger) => (Text(trigger, "authLevel") ?? "function").ToUpperInvariant() switch
    {
        "ANONYMOUS" => false,
        "FUNCTION" or "ADMIN" => true,
        var level => throw new FormatException($"authLevel “{level}” is none of anonymous, function and admin."),
    };

    private static bool Is(JsonElement binding, string type) => string.Equals(Text(binding, "type"), type, StringComparison.OrdinalIgnoreCase);

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var member) ? member.GetString() : null;
}
