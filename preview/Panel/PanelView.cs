using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Advocacy.Preview.Backend;
using Advocacy.Preview.FunctionsHost;
using Advocacy.Preview.StripeEmulator;
using Advocacy.Preview.StripeEmulator.Webhooks;
using Advocacy.Theme.Localization;

namespace Advocacy.Preview.Panel;

/// <summary>What the panel shows.</summary>
public sealed record PanelView(
    FunctionsHostEmulator? Functions, bool HasEmulator, ImmutableArray<PanelView.Gift> Gifts,
    ImmutableArray<PanelView.SentEvent> Events, DeliveryMode DeliveryMode, int HeldCount, string? Message)
{
    private const int EventsShown = 60;

    /// <summary>A session, or a later gift of a subscription.</summary>
    /// <param name="Status">As Stripe says it.</param>
    public sealed record Gift(
        string Id, string? Payment, string Amount, string Often, string Status, DateTimeOffset At, ImmutableArray<Button> Buttons);

    public sealed record Button(string Do, string Id, string Label);

    public sealed record SentEvent(string Id, string Type, string About, DateTimeOffset At, ImmutableArray<string> Deliveries);

    public static PanelView Of(LocalBackend backend, string? message, PreviewWords words)
    {
        if (backend.Stripe is not { } emulator)
            return new(backend.Functions, false, [], [], DeliveryMode.InOrder, 0, message);
        var outbox = emulator.WebhookOutbox;
        var gifts = new PanelGifts(emulator, words).NewestFirst();
        return new(backend.Functions, true, gifts, EventsOf(emulator, words), outbox.DeliveryMode, outbox.HeldCount, message);
    }

    private static ImmutableArray<SentEvent> EventsOf(StripeEmulatorServer emulator, PreviewWords words)
    {
        var deliveries = emulator.WebhookOutbox.Deliveries.ToLookup(delivery => delivery.Event);
        return [.. emulator.All("event").Take(EventsShown).Select(OfEvent)];

        SentEvent OfEvent(JsonObject known) => new(
            known.Id(), known.Text("type")!, known["data"]!["object"]!.AsObject().Id(), At(known),
            [.. deliveries[known.Id()].Select(delivery => Describe(delivery, words))]);
    }

    private static string Describe(Delivery delivery, PreviewWords words) => delivery.Attempts.IsEmpty
        ? words.OnItsWay
        : string.Join(" → ", delivery.Attempts.Select(Describe));

    private static string? Describe(Delivery.Attempt attempt) =>
        attempt.Status?.ToString(CultureInfo.InvariantCulture) ?? attempt.Trouble;

    internal static DateTimeOffset At(JsonObject known) => DateTimeOffset.FromUnixTimeSeconds(known.Number("created"));
}
