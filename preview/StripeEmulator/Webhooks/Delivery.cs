using System.Collections.Immutable;

namespace Advocacy.Preview.StripeEmulator.Webhooks;

/// <summary>An event on its way to the webhook.</summary>
public sealed record Delivery(string Event, string Type, string Body, ImmutableArray<Delivery.Attempt> Attempts)
{
    public bool Arrived => Attempts is [.., { Status: >= 200 and < 300 }];

    /// <summary>Whether no attempt will follow.</summary>
    public bool IsOver { get; init; }

    /// <param name="Status">Null where there was no answer.</param>
    /// <param name="Trouble">Null where there was one.</param>
    public sealed record Attempt(DateTimeOffset At, int? Status, string? Trouble);
}
