using Advocacy.Functions.Ledger;
using Stripe;

namespace Advocacy.Functions.Webhooks;

/// <summary>Carries decisions out, asking Stripe where an event does not say enough.</summary>
public sealed class Bookkeeper(ILedger ledger, StripeClient stripe)
{
    /// <exception cref="LedgerException">Not stored; try again.</exception>
    /// <exception cref="StripeException">Stripe did not answer; try again. Also <see cref="HttpRequestException"/> and <see cref="TaskCanceledException"/>.</exception>
    public async Task<Outcome> CarryOutAsync(Decision decision, CancellationToken cancellation)
    {
        switch (decision)
        {
            case Record(var fact):
                return await RecordAsync([fact], cancellation);
            case NeedsPayments(var invoice, var draft):
                return await PaymentsAsync(invoice, draft, cancellation) is { Count: > 0 } gifts
                    ? await RecordAsync(gifts, cancellation)
                    : new NotRecorded("it was paid outside of Stripe");
            case NeedsOwner(var fact):
                return await IsOursAsync(fact.Gift, cancellation) ? await RecordAsync([fact], cancellation) : new NotRecorded(Ignored.NotOurs.Reason);
            case Ignored(var reason):
                return new NotRecorded(reason);
            case Refused(var reason):
                return new NotUnderstood(reason);
            default:
                throw new InvalidOperationException($"There is no such decision as {decision}.");
        }
    }

    private async Task<Outcome> RecordAsync(IReadOnlyList<Fact> facts, CancellationToken cancellation)
    {
        var news = await Task.WhenAll(facts.Select(fact => ledger.RecordAsync(fact, cancellation)));
        return new Stored(facts[0].Gift, facts[0].Key, IsNew: news.Contains(true));
    }

    /// <summary>One gift for each payment of the invoice: nearly always one.</summary>
    private async Task<IReadOnlyList<Settled>> PaymentsAsync(string invoice, Settled draft, CancellationToken cancellation)
    {
        var payments = stripe.V1.InvoicePayments.ListAutoPagingAsync(new() { Invoice = invoice, Status = "paid", Limit = 100 }, cancellationToken: cancellation);
        var gifts = new List<Settled>();
        await foreach (var payment in payments)
        {
            if (StripeValue.IsId(payment.Payment?.PaymentIntentId) && StripeValue.IsMoney(payment.AmountPaid, draft.Currency))
                gifts.Add(draft with { Gift = payment.Payment!.PaymentIntentId, Amount = payment.AmountPaid!.Value });
        }
        return gifts;
    }

    private async Task<bool> IsOursAsync(string gift, CancellationToken cancellation) =>
        await ledger.FindAsync(gift, cancellation) is not null
        || GiftMetadata.IsOurs((await stripe.V1.PaymentIntents.GetAsync(gift, cancellationToken: cancellation)).Metadata)
        || await IsMonthlyAsync(gift, cancellation);

    // A subscription's metadata is not on the payments of its invoices.
    private async Task<bool> IsMonthlyAsync(string gift, CancellationToken cancellation)
    {
        var payments = stripe.V1.InvoicePayments.ListAutoPagingAsync(
            new() { Payment = new() { Type = "payment_intent", PaymentIntent = gift }, Expand = ["data.invoice"] }, cancellationToken: cancellation);
        return await payments.AnyAsync(payment => GiftMetadata.IsOurs(payment.Invoice?.Parent?.SubscriptionDetails?.Metadata), cancellation);
    }
}
