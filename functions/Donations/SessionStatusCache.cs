using System.Collections.Concurrent;
using Advocacy.Functions.Checkout;
using Stripe;
using Stripe.Checkout;

namespace Advocacy.Functions.Donations;

/// <summary>
/// How sessions stand, asked of Stripe and kept for a while. It has a connection to Stripe of its own: a rate limit that thank-you pages
/// run into must not keep payments and webhooks from being sent.
/// </summary>
public sealed class SessionStatusCache(StripeClient stripe, TimeProvider clock)
{
    private const int MostSessions = 10_000;

    private static readonly TimeSpan _final = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _pending = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(12);

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <returns>Whether the session is in the cache, and how it stands: null where it is none of ours.</returns>
    public (bool IsKnown, SessionStatus? Status) Find(string session) =>
        _entries.TryGetValue(session, out var entry) && IsFresh(entry) ? (true, entry.Status) : (false, null);

    /// <returns>Null where it is none of ours.</returns>
    /// <exception cref="StripeException">
    /// Stripe did not answer. Also <see cref="HttpRequestException"/> and <see cref="OperationCanceledException"/>.
    /// </exception>
    public async Task<SessionStatus?> ReadAsync(string session, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(_patience, clock);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        var status = await AskAsync(session, waiting.Token);
        if (_entries.Count >= MostSessions)
            RemoveStale();
        if (_entries.Count < MostSessions)
            _entries[session] = new(status, clock.GetTimestamp());
        return status;
    }

    private async Task<SessionStatus?> AskAsync(string session, CancellationToken cancellation)
    {
        try
        {
            var found = await stripe.V1.Checkout.Sessions.GetAsync(
                session, new() { Expand = ["payment_intent", "subscription"] }, cancellationToken: cancellation);
            return GiftMetadata.IsOurs(found.Metadata) ? StatusOf(found) : null;
        }
        catch (StripeException e) when (e.StripeError?.Code == "resource_missing")
        {
            return null;
        }
    }

    private static SessionStatus StatusOf(Session session) => new(
        PaymentState.Of(session),
        session.Mode == "subscription" ? "monthly" : "once",
        session.AmountTotal ?? 0,
        session.Currency.ToUpperInvariant());

    private bool IsFresh(Entry entry) =>
        clock.GetElapsedTime(entry.Asked) < (entry.Status is { IsFinal: false } ? _pending : _final);

    private void RemoveStale()
    {
        foreach (var (session, entry) in _entries)
        {
            if (!IsFresh(entry))
                _entries.TryRemove(session, out _);
        }
    }

    /// <param name="Asked">A timestamp of the clock.</param>
    private sealed record Entry(SessionStatus? Status, long Asked);
}
