using System.Collections.Immutable;

namespace Advocacy.Functions.Webhooks;

/// <param name="Secrets">Of the webhook endpoint at Stripe: the old and the new one while it is rolled.</param>
/// <param name="Livemode">Whether the key is a live one; events of the other mode do not count.</param>
public sealed record WebhookOptions(ImmutableArray<string> Secrets, bool Livemode);
