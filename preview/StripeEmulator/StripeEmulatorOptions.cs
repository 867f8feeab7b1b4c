using System.Collections.Immutable;
using Advocacy.Preview.Localization;

namespace Advocacy.Preview.StripeEmulator;

/// <param name="WebhookUrl">Where events are posted; null: nowhere, they are only listed.</param>
/// <param name="WebhookSecret">Signs the events, as <c>whsec_…</c> does at Stripe.</param>
public sealed record StripeEmulatorOptions(Uri? WebhookUrl, string WebhookSecret, TimeProvider Time)
{
    /// <summary>Of its pages.</summary>
    public PreviewWording Wording { get; init; } = new("theme");

    /// <summary>Any free one unless it is set.</summary>
    public int Port { get; init; }

    /// <summary>
    /// How long a refused delivery waits for its next attempt. Stripe's own waits grow from minutes to hours and end after three days.
    /// </summary>
    /// <remarks>https://docs.stripe.com/webhooks#automatic-retries</remarks>
    public ImmutableArray<TimeSpan> Waits { get; init; } =
        [.. new[] { 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 60, 60, 60 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    /// <summary>The time one attempt has for its answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);
}
