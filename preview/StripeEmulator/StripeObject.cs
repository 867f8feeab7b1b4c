using System.Text.Json.Nodes;
using Advocacy.Content.Giving;

namespace Advocacy.Preview.StripeEmulator;

/// <summary>Reads the JSON that stands for Stripe's objects.</summary>
public static class StripeObject
{
    public static string Id(this JsonObject known) => (string)known["id"]!;

    /// <returns>Null where it is null, absent or no text.</returns>
    public static string? Text(this JsonObject known, string name) =>
        known[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <returns>0 where it is null or absent.</returns>
    public static long Number(this JsonObject known, string name) => known[name] switch
    {
        // What was made from an int does not convert to a long by itself.
        JsonValue value when value.TryGetValue(out long number) => number,
        JsonValue value when value.TryGetValue(out int number) => number,
        _ => 0,
    };

    /// <summary>One of an object's sums, in its currency.</summary>
    public static Money Sum(this JsonObject known, string name) => new(known.Number(name), known.Text("currency")!.ToUpperInvariant());

    public static bool IsTrue(this JsonObject known, string name) => (bool?)known[name] ?? false;

    public static JsonObject? Hash(this JsonObject known, string name) => known[name] as JsonObject;

    public static JsonObject Copy(this JsonObject? hash) => hash?.DeepClone().AsObject() ?? [];
}
