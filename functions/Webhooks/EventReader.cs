using System.Text.Json;
using System.Text.Unicode;
using Advocacy.Functions.Checkout;
using Advocacy.Functions.Stripe;

namespace Advocacy.Functions.Webhooks;

/// <summary>Reads the hint out of an event.</summary>
internal static class EventReader
{
    private const string Thin = "v1.";

    /// <param name="body">As it was signed.</param>
    /// <returns>Null if it is no event: no JSON, an array, or of another shape.</returns>
    public static EventHint? Read(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
            return null;
        try
        {
            using var json = JsonDocument.Parse(body);
            return Read(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <param name="root">As it was delivered, or as Stripe lists it.</param>
    /// <returns>Null if it is no event.</returns>
    public static EventHint? Read(JsonElement root)
    {
        if (Text(root, "id") is not { } id || Text(root, "type") is not { } type || !StripeValue.IsId(id))
            return null;
        return Text(root, "object") switch
        {
            "event" => OfSnapshot(new(id, type, Flag(root, "livemode"), null), Inner(Inner(root, "data"), "object")),
            "v2.core.event" when type.StartsWith(Thin, StringComparison.Ordinal) =>
                new(id, type[Thin.Length..], Flag(root, "livemode"), Text(Inner(root, "related_object"), "id")),
            "v2.core.event" => new(id, type, Flag(root, "livemode"), null),
            _ => null,
        };
    }

    private static EventHint OfSnapshot(EventHint hint, JsonElement subject) => hint with
    {
        Subject = Text(subject, "id"),
        Gift = Text(subject, "payment_intent"),
        IsWithoutGift = Is(subject, "payment_intent", JsonValueKind.Null),
        Status = Text(subject, "payment_status") ?? Text(subject, "status"),
        Mode = Text(subject, "mode"),
        IsOurs = IsOurs(MetadataOf(subject)),
        IsOfNoSubscription = Is(subject, "parent", JsonValueKind.Null),
    };

    private static bool? IsOurs(JsonElement metadata) =>
        metadata.ValueKind == JsonValueKind.Object ? Text(metadata, GiftMetadata.Mark) == GiftMetadata.Ours : null;

    /// <summary>
    /// Ours is on sessions themselves and on the subscriptions of invoices, which older versions of the API showed elsewhere.
    /// </summary>
    private static JsonElement MetadataOf(JsonElement subject) => Text(subject, "object") switch
    {
        "checkout.session" => Inner(subject, "metadata"),
        "invoice" when Inner(Inner(subject, "parent"), "subscription_details") is { ValueKind: JsonValueKind.Object } details =>
            Inner(details, "metadata"),
        "invoice" => Inner(Inner(subject, "subscription_details"), "metadata"),
        _ => default,
    };

    private static JsonElement Inner(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var inner) ? inner : default;

    private static string? Text(JsonElement element, string name) =>
        Inner(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static bool? Flag(JsonElement element, string name) =>
        Inner(element, name).ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    private static bool Is(JsonElement element, string name, JsonValueKind kind) => Inner(element, name).ValueKind == kind;
}
