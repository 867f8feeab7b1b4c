using System.Collections.Immutable;

namespace Advocacy.Functions.Webhooks;

/// <param name="Secrets">Of the webhook endpoint at Stripe: the old and the new one while it is rolled.</param>
/// <param name="Livemode">Whether the key is a live one; events of the other mode do not count.</param>
public sealed record WebhookOptions(ImmutableArray<string> Secrets, bool Livemode)
{
    /// <param name="setting">STRIPE_WEBHOOK_SECRET: one secret, or several with commas between.</param>
    /// <param name="livemode">Whether STRIPE_SECRET_KEY is a live key.</param>
    public static WebhookOptions Parse(string setting, bool livemode) =>
        new([.. setting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)], livemode);
}
