using System.Text.Json.Nodes;

namespace Advocacy.Preview.StripeEmulator.Api;

/// <summary>Puts whole objects where ids stand, as far as <c>expand[]</c> asks for it.</summary>
/// <remarks>https://docs.stripe.com/expand: four levels at most; in a list the paths begin with <c>data</c>.</remarks>
public static class Expansion
{
    private const int Levels = 4;

    public static void Expand(JsonObject answer, JsonArray? paths, StripeStore store)
    {
        foreach (var path in paths?.Select(path => (string)path!) ?? [])
        {
            var names = path.Split('.');
            if (names.Length > Levels + (names[0] == "data" ? 1 : 0))
            {
                var message = $"You cannot expand more than {Levels} levels of a property. Property: {path}";
                throw new StripeApiException(null, "expand", message);
            }
            Expand(answer, names, path, store);
        }
    }

    private static void Expand(JsonObject at, ReadOnlySpan<string> names, string path, StripeStore store)
    {
        if (names.IsEmpty)
            return;
        var name = names[0];
        if (!at.ContainsKey(name))
            at[name] = Included(at, name, store) ?? throw NotExpandable(path);
        if (at[name] is JsonValue value && value.TryGetValue(out string? id))
            at[name] = store.Find(id) is { } whole ? StripeStore.Public(whole) : throw NotExpandable(path);
        if (at[name] is JsonObject one)
            Expand(one, names[1..], path, store);
        if (at[name] is JsonArray many)
        {
            foreach (var item in many.OfType<JsonObject>())
                Expand(item, names[1..], path, store);
        }
    }

    /// <summary>Lists that are left out of an object unless they are asked for.</summary>
    private static JsonObject? Included(JsonObject at, string name, StripeStore store) => (at.Text("object"), name) switch
    {
        ("checkout.session", "line_items") =>
            List(store[at.Id()]["_line_items"]!.AsArray().OfType<JsonObject>(), $"/v1/checkout/sessions/{at.Id()}/line_items"),
        ("invoice", "payments") =>
            List(store.NewestFirst("invoice_payment").Where(payment => payment.Text("invoice") == at.Id()), "/v1/invoice_payments"),
        ("charge", "refunds") =>
            List(store.NewestFirst("refund").Where(refund => refund.Text("charge") == at.Id()), $"/v1/charges/{at.Id()}/refunds"),
        _ => null,
    };

    private static JsonObject List(IEnumerable<JsonObject> items, string url) =>
        ListObject.Of(items, new JsonObject { ["limit"] = 100 }, url);

    private static StripeApiException NotExpandable(string path) =>
        new(null, "expand", $"This property cannot be expanded ({path}).");
}
