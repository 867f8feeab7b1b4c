using System.Collections.Immutable;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Stripe;
using Advocacy.Functions.Webhooks;
using Stripe;

namespace Advocacy.Functions.Finance;

/// <summary>Lists Stripe's events of the past hours and brings the ledger level with them, whether they were delivered or not.</summary>
public sealed class Reconciliation(ILedger ledger, EventRecorder recorder, StripeClient stripe, TimeProvider clock)
{
    // For how long Stripe keeps events: https://docs.stripe.com/api/events
    private static readonly TimeSpan _kept = TimeSpan.FromDays(30);

    // An event may be listed some time after it happened.
    private static readonly TimeSpan _overlap = TimeSpan.FromHours(1);

    // Stripe itself tries for three days to deliver what is missing here.
    private static readonly TimeSpan _patience = TimeSpan.FromDays(3);

    /// <exception cref="LedgerException">
    /// Run it again. Also <see cref="StripeException"/>, <see cref="HttpRequestException"/>, <see cref="OperationCanceledException"/>.
    /// </exception>
    public async Task<ReconciliationReport> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var since = Latest(now - _kept, await ledger.ReconciledAsync(cancellation) - _overlap);
        var (examined, added, unexplained, oldest) = await CompareEventsAsync(since, now, cancellation);
        var settlement = new Settlement(ledger, stripe);
        var (filled, damaged) = await settlement.FillAsync(now, cancellation);
        added += filled;
        var waiting = await ledger.WaitingAsync(cancellation).ToListAsync(cancellation);
        unexplained.AddRange(damaged.Concat(waiting.Where(gift => gift.IsDamaged))
            .Select(gift => $"{gift.Id}: {LedgerException.Damaged(gift.Id).Message}"));
        unexplained.AddRange(waiting.Where(gift => !gift.IsDamaged && gift.Facts.All(fact => fact.At < now - _patience))
            .Select(gift => $"{gift.Id}: {string.Join(", ", gift.Facts.Select(fact => fact.Key))}, but it never settled"));
        unexplained.AddRange(await new LedgerComparison(ledger, stripe).DifferencesAsync(now, cancellation).ToListAsync(cancellation));
        // What is not understood is looked at again, for as long as Stripe keeps it.
        await ledger.MarkReconciledAsync(oldest ?? now, cancellation);
        await ledger.MarkReconcileRanAsync(clock.GetUtcNow(), cancellation);
        return new(examined, added, unexplained.ToImmutable());
    }

    private async Task<(int Examined, int Added, ImmutableArray<string>.Builder Unexplained, DateTimeOffset? Oldest)> CompareEventsAsync(
        DateTimeOffset since, DateTimeOffset now, CancellationToken cancellation)
    {
        var (examined, added, unexplained, oldest) = (0, 0, ImmutableArray.CreateBuilder<string>(), (DateTimeOffset?)null);
        await foreach (var listed in ListedEvents.ReadAsync(stripe, since, cancellation))
        {
            examined++;
            switch (await RecordAsync(listed, cancellation))
            {
                case Recorded { IsNew: true }:
                    added++;
                    break;
                // The next run lists it again.
                case Incomplete when listed.Created > now - _overlap:
                    break;
                case Incomplete(var reason):
                    Report(reason);
                    break;
                case Refused(var reason):
                    Report(reason);
                    break;
            }

            void Report(string reason)
            {
                unexplained.Add($"{listed.Id} ({listed.Type}): {reason}");
                oldest = listed.Created;
            }
        }
        return (examined, added, unexplained, oldest);
    }

    private async Task<EventOutcome> RecordAsync(ListedEvent listed, CancellationToken cancellation)
    {
        if (listed.Hint is not { } hint)
            return new Refused("it is no event that we can read");
        try
        {
            return await recorder.RecordAsync(hint, cancellation);
        }
        catch (LedgerException e) when (e.IsOfOneGift)
        {
            return new Refused(e.Message);
        }
        // One object that Stripe or its client cannot make sense of must not keep the other events waiting.
        catch (StripeException e) when (StripeFailure.IsAboutTheRequest(e))
        {
            return new Refused($"Stripe's answer about {hint.Subject} cannot be used ({StripeFailure.Describe(e)})");
        }
    }

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;
}
