using System.Collections.Immutable;
using Advocacy.Functions.Checkout;
using Advocacy.Functions.Configuration;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Stripe;
using Stripe;
using Stripe.Checkout;

namespace Advocacy.Functions.Webhooks;

/// <summary>
/// Brings the ledger level with what an event hints at: asks Stripe for the object that it names, and records the facts that follow from
/// the answer (<see href="https://docs.stripe.com/checkout/fulfillment"/>).
/// </summary>
public sealed class EventRecorder(
    ILedger ledger, StripeClient stripe, WebhookOptions options, PublishedGiving giving, ILogger<EventRecorder> log)
{
    /// <exception cref="LedgerException">Not stored; try again.</exception>
    /// <exception cref="StripeException">
    /// Stripe did not answer; try again. Also <see cref="HttpRequestException"/> and <see cref="TaskCanceledException"/>.
    /// </exception>
    internal async Task<EventOutcome> RecordAsync(EventHint hint, CancellationToken cancellation)
    {
        if (Dismiss(hint) is { } dismissed)
            return dismissed;
        if (await FindKnownAsync(hint, cancellation) is { } known)
            return known;
        return await AskAsync(hint, cancellation) switch
        {
            StripeFinding.Facts { Missing: null } found => await RecordAsync(found.Of, found.Unreadable, hint, cancellation),
            StripeFinding.Facts found => await RecordPartAsync(found, hint, cancellation),
            StripeFinding.FactsOfPayment(var facts, var payment) => await IsOursAsync(facts[0].Gift, payment, cancellation)
                ? await RecordAsync(facts, [], hint, cancellation)
                : Ignored.NotOurs,
            StripeFinding.Nothing(var outcome) => outcome,
            var other => throw new InvalidOperationException($"There is no such finding as {other}."),
        };
    }

    /// <summary>What need not be asked for: it is sure that no fact of ours follows from it.</summary>
    /// <returns>Null where it is not sure.</returns>
    private EventOutcome? Dismiss(EventHint hint) => (hint.Kind, hint) switch
    {
        (_, { Livemode: true }) when !options.Livemode =>
            new Refused("it is live, and our key is not; set the live key, or take this address out of the live webhooks"),
        (_, { Livemode: false }) when options.Livemode => new Ignored("it is a test, and our key is live"),
        (EventKind.None, _) => new Ignored("it moves no money of ours"),
        _ when !StripeValue.IsId(hint.Subject) => new Refused($"it says {hint.Type} and does not name what it is about"),
        (EventKind.Session, { IsOurs: false }) or (EventKind.Invoice, { IsOurs: false }) => Ignored.NotOurs,
        (EventKind.Refund or EventKind.Dispute, { IsWithoutGift: true }) => Ignored.NotOurs,
        (EventKind.Session, { Mode: "subscription" }) => new Ignored("each month's gift counts when its invoice is paid"),
        (EventKind.Session, { Mode: "setup" }) => new Ignored("it is no payment"),
        // Its payment will have an event of its own.
        (EventKind.Session, { Status: "unpaid" }) => new Ignored("it is not paid yet"),
        (EventKind.Invoice, { IsOfNoSubscription: true }) => new Ignored("a single gift counts when its session is paid"),
        _ => null,
    };

    /// <summary>
    /// An event that Stripe repeats asks nothing: what would follow from it is in the ledger. Where the event itself does not say what
    /// that would be, as a thin one, the ledger has a mark.
    /// </summary>
    private async Task<Recorded?> FindKnownAsync(EventHint hint, CancellationToken cancellation)
    {
        if (MarkOf(hint) is { } mark)
            return await ledger.MarkedAsync(mark, cancellation) is null ? null : new Recorded(hint.Subject!, mark, IsNew: false);
        var (gift, key) = (await ledger.FindAsync(hint.Gift!, cancellation), KeyOf(hint));
        return gift is not null && gift.Facts.Any(fact => fact.Key == key) ? new Recorded(gift.Id, key!, IsNew: false) : null;
    }

    /// <returns>The key of the fact that would follow from the event if it spoke the truth; null where it does not say enough.</returns>
    private static string? KeyOf(EventHint hint) => (hint.Kind, hint.Status) switch
    {
        (EventKind.Session, "paid") => FactKey.Gift,
        (EventKind.Refund, "failed" or "canceled") => FactKey.RefundFailed(hint.Subject!),
        (EventKind.Refund, "succeeded" or "pending") => FactKey.Refund(hint.Subject!),
        // Of a dispute more can be withdrawn, and more can come back, under the same key.
        _ => null,
    };

    private async Task<StripeFinding> AskAsync(EventHint hint, CancellationToken cancellation)
    {
        try
        {
            return hint.Kind switch
            {
                EventKind.Session => await OfSessionAsync(hint, cancellation),
                EventKind.Invoice => await OfInvoiceAsync(hint.Subject!, cancellation),
                EventKind.Refund => StripeFacts.Of(await stripe.V1.Refunds.GetAsync(
                    hint.Subject, new() { Expand = ["payment_intent"] }, cancellationToken: cancellation)),
                EventKind.Dispute => StripeFacts.Of(await stripe.V1.Disputes.GetAsync(
                    hint.Subject, new() { Expand = ["payment_intent"] }, cancellationToken: cancellation)),
                var kind => throw new InvalidOperationException($"There is no such kind of event as {kind}."),
            };
        }
        catch (StripeException e) when (e.StripeError?.Code == "resource_missing")
        {
            return StripeFinding.Refuse($"Stripe does not know {hint.Subject}");
        }
    }

    private async Task<StripeFinding> OfSessionAsync(EventHint hint, CancellationToken cancellation)
    {
        var session = await stripe.V1.Checkout.Sessions.GetAsync(
            hint.Subject, new() { Expand = ["payment_intent.latest_charge.balance_transaction"] }, cancellationToken: cancellation);
        if (StripeFacts.SettledAt(session.PaymentIntent) is not null || session.PaymentStatus != "paid")
            return StripeFacts.Of(session, null);
        return await OfDelayedPaymentAsync(session, hint.Id, cancellation);
    }

    /// <summary>Of a payment that settles days after it was begun, Stripe's own record of the event says when.</summary>
    private async Task<StripeFinding> OfDelayedPaymentAsync(Session session, string id, CancellationToken cancellation)
    {
        var record = await stripe.V1.Events.GetAsync(id, cancellationToken: cancellation);
        var read = record.RawJsonElement is { } json ? EventReader.Read(json) : null;
        if (read is not { Kind: EventKind.Session } || read.Subject != session.Id)
            return StripeFinding.Refuse($"Stripe's record of it is not about {session.Id}");
        return read.Status == "paid"
            ? StripeFacts.Of(session, StripeValue.Utc(record.Created))
            : StripeFinding.Ignore("it was not paid then, and its payment has an event of its own");
    }

    private async Task<StripeFinding> OfInvoiceAsync(string id, CancellationToken cancellation)
    {
        var invoice = await stripe.V1.Invoices.GetAsync(id, cancellationToken: cancellation);
        var list = new InvoicePaymentListOptions { Invoice = id, Status = "paid", Limit = 100 };
        var payments = await stripe.V1.InvoicePayments.ListAutoPagingAsync(list, cancellationToken: cancellation).ToListAsync(cancellation);
        // Rarely needed, and not shown unless it is asked for.
        if (GiftMetadata.IsOurs(invoice.Parent?.SubscriptionDetails?.Metadata) && StripeFacts.UnexplainedAmount(invoice, payments) > 0)
        {
            var options = new InvoiceGetOptions { Expand = ["amount_paid_off_stripe"] };
            invoice = await stripe.V1.Invoices.GetAsync(id, options, cancellationToken: cancellation);
        }
        return StripeFacts.Of(invoice, payments);
    }

    private async Task<EventOutcome> RecordAsync(
        ImmutableArray<Fact> facts, ImmutableArray<string> unreadable, EventHint hint, CancellationToken cancellation)
    {
        var isNew = await RecordAllAsync(facts, unreadable, hint, cancellation);
        if (MarkOf(hint) is { } mark)
            await ledger.MarkAsync(mark, facts[0].At, cancellation);
        return new Recorded(facts[0].Gift, facts[0].Key, isNew);
    }

    /// <summary>What is known is recorded, and leaves no mark, so that the event is looked at again.</summary>
    private async Task<EventOutcome> RecordPartAsync(StripeFinding.Facts found, EventHint hint, CancellationToken cancellation)
    {
        await RecordAllAsync(found.Of, found.Unreadable, hint, cancellation);
        return new Incomplete(found.Missing!);
    }

    /// <returns>Whether anything was new. Somebody is to look at a new gift whose campaign or origin is not known.</returns>
    private async Task<bool> RecordAllAsync(
        ImmutableArray<Fact> facts, ImmutableArray<string> unreadable, EventHint hint, CancellationToken cancellation)
    {
        var news = await Task.WhenAll(facts.Select(fact => ledger.RecordAsync(fact, cancellation)));
        foreach (var gift in facts.Where((_, i) => news[i]).OfType<Settled>())
        {
            if (unreadable is not [])
                log.RecordedWithout(hint.Id, hint.Type, gift.Gift, string.Join(", ", unreadable));
            if (gift.Campaign != Settled.NoCampaign && giving.Current is { } site && site.Campaign(gift.Campaign) is null)
                log.CampaignUnknown(hint.Id, hint.Type, gift.Gift, gift.Campaign);
        }
        return news.Contains(true);
    }

    private async Task<bool> IsOursAsync(string gift, PaymentIntent? payment, CancellationToken cancellation) =>
        GiftMetadata.IsOurs(payment?.Metadata)
        || await ledger.FindAsync(gift, cancellation) is not null
        || await IsMonthlyAsync(gift, cancellation);

    // A subscription's metadata is not on the payments of its invoices.
    private async Task<bool> IsMonthlyAsync(string gift, CancellationToken cancellation)
    {
        var options = new InvoicePaymentListOptions
        {
            Payment = new() { Type = "payment_intent", PaymentIntent = gift }, Expand = ["data.invoice"],
        };
        var payments = stripe.V1.InvoicePayments.ListAutoPagingAsync(options, cancellationToken: cancellation);
        var subscriptions = payments.Select(payment => payment.Invoice?.Parent?.SubscriptionDetails);
        return await subscriptions.AnyAsync(subscription => GiftMetadata.IsOurs(subscription?.Metadata), cancellation);
    }

    /// <returns>Null where the event itself says which fact would follow from it.</returns>
    private static string? MarkOf(EventHint hint) => hint.Kind == EventKind.Invoice
        ? $"invoice:{hint.Subject}"
        : KeyOf(hint) is null || !StripeValue.IsId(hint.Gift) ? $"event:{hint.Id}:{hint.Subject}" : null;
}
