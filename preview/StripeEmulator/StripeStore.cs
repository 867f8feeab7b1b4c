using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Advocacy.Preview.StripeEmulator;

/// <summary>
/// Everything that the emulator knows: Stripe's objects by id, in the order in which they were made, and their events.
/// Not for several threads.
/// </summary>
/// <param name="publish">Takes each new event.</param>
/// <remarks>A property whose name begins with an underscore is the emulator's own and never leaves it.</remarks>
public sealed class StripeStore(TimeProvider time, Action<JsonObject> publish)
{
    public const string ApiVersion = "2026-10-28.endive";

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly OrderedDictionary<string, JsonObject> _objects = [];

    /// <summary>In seconds since 1970.</summary>
    public long Now => time.GetUtcNow().ToUnixTimeSeconds();

    public static string NewId(string prefix) => $"{prefix}_{RandomNumberGenerator.GetString(Letters, 24)}";

    public JsonObject Add(JsonObject made)
    {
        _objects.Add(made.Id(), made);
        return made;
    }

    public JsonObject? Find(string? id) => id is not null && _objects.TryGetValue(id, out var found) ? found : null;

    /// <exception cref="KeyNotFoundException">There is none; ids that come from outside go through <see cref="Find"/>.</exception>
    public JsonObject this[string? id] => _objects[id ?? ""];

    /// <param name="kind">As Stripe's <c>object</c> says it, e.g. <c>charge</c>.</param>
    public IEnumerable<JsonObject> NewestFirst(string kind) => _objects.Values.Reverse().Where(known => known.Text("object") == kind);

    /// <summary>Changes an object, and gives back what the changed properties were.</summary>
    public static JsonObject Change(JsonObject known, JsonObject changes)
    {
        var before = new JsonObject();
        foreach (var (name, value) in changes.ToArray())
        {
            if (!name.StartsWith('_'))
                before[name] = known[name]?.DeepClone();
            known[name] = value?.DeepClone();
        }
        return before;
    }

    /// <summary>Makes an event of the object as it is now.</summary>
    /// <param name="before">What the changed properties were; null where the type of the event says it all.</param>
    public JsonObject Record(string type, JsonObject about, JsonObject? before = null)
    {
        var data = new JsonObject { ["object"] = Public(about) };
        if (before is not null)
            data["previous_attributes"] = before;
        return Publish(type, data);
    }

    /// <summary>Makes another event of the same change, as Stripe does at times.</summary>
    public JsonObject RecordAgain(JsonObject earlier) => Publish(earlier.Text("type")!, earlier["data"]!.DeepClone());

    public static JsonObject Public(JsonObject known)
    {
        var copy = known.DeepClone().AsObject();
        foreach (var (name, _) in known)
        {
            if (name.StartsWith('_'))
                copy.Remove(name);
        }
        return copy;
    }

    private JsonObject Publish(string type, JsonNode data)
    {
        var made = Add(new JsonObject
        {
            ["id"] = NewId("evt"),
            ["object"] = "event",
            ["api_version"] = ApiVersion,
            ["created"] = Now,
            ["data"] = data,
            ["livemode"] = false,
            ["pending_webhooks"] = 1,
            ["request"] = new JsonObject { ["id"] = null, ["idempotency_key"] = null },
            ["type"] = type,
        });
        publish(made);
        return made;
    }
}
