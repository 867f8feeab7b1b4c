using System.Collections.Immutable;
using Advocacy.Content.Giving;
using Advocacy.Functions.Checkout;
using Advocacy.Functions.Donations;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Stripe;
using Stripe;
using Stripe.Checkout;

namespace Advocacy.Functions.Webhooks;

/// <summary>Facts from Stripe's objects as the API shows them now, in our version. Pure.</summary>
internal static class StripeFacts
{
    /// <param name="session">With its payment_intent.latest_charge.balance_transaction.</param>
    /// <param name="at">When the payment settled, where the charge does not say.</param>
    public static StripeFinding Of(Session session, DateTimeOffset? at)
    {
        var (amount, currency) = AmountOf(session);
        return session switch
        {
            { Mode: "subscription" } => StripeFinding.Ignore("each month's gift counts when its invoice is paid"),
            { Mode: not "payment" } => StripeFinding.Ignore("it is no payment"),
            _ when !GiftMetadata.IsOurs(session.Metadata) => StripeFinding.NotOurs,
            { PaymentStatus: not "paid" } => StripeFinding.Ignore("Stripe says that it is not paid"),
            _ when !StripeValue.IsId(session.PaymentIntentId) => StripeFinding.Refuse("its session names no payment"),
            _ when !StripeValue.IsMoney(amount, currency) => StripeFinding.Refuse("its session has no amount"),
            _ when (SettledAt(session.PaymentIntent) ?? at) is { } settled =>
                new StripeFinding.Facts([GiftMetadata.Settled(
                    session.Metadata, session.PaymentIntentId, settled, amount!.Value, currency!, "once")]),
            _ => StripeFinding.Refuse("its session does not say when it was paid"),
        };
    }

    /// <summary>
    /// When the money reached our balance. The charge may be days older, of a bank debit, and the time of a card's is good enough until
    /// Stripe has made the balance transaction, which follows within moments
    /// (<see href="https://docs.stripe.com/payments/payment-intents/asynchronous-capture"/>).
    /// </summary>
    public static DateTimeOffset? SettledAt(PaymentIntent? payment) => payment?.LatestCharge switch
    {
        { BalanceTransaction.Created: var moved } when moved > DateTime.UnixEpoch => StripeValue.Utc(moved),
        { PaymentMethodDetails.Type: "card", Created: var charged } when charged > DateTime.UnixEpoch => StripeValue.Utc(charged),
        _ => null,
    };

    /// <summary>One gift for each payment of the invoice: nearly always one.</summary>
    public static StripeFinding Of(Invoice invoice, IReadOnlyList<InvoicePayment> payments)
    {
        if (invoice.Parent?.SubscriptionDetails is not { } subscription)
            return StripeFinding.Ignore("a single gift counts when its session is paid");
        if (!GiftMetadata.IsOurs(subscription.Metadata))
            return StripeFinding.NotOurs;
        if (invoice.Status != "paid")
            return StripeFinding.Ignore("Stripe says that it is not paid");
        var paid = payments.Where(payment => StripeValue.IsId(payment.Payment?.PaymentIntentId)).ToList();
        if (paid is [])
            return StripeFinding.Ignore(invoice.AmountPaid == 0 ? "nothing was paid" : "it was paid outside of Stripe");
        if (paid.Exists(payment => !StripeValue.IsMoney(payment.AmountPaid, invoice.Currency)))
            return StripeFinding.Refuse("its invoice has no amount");
        if (invoice.StatusTransitions?.PaidAt is not { } at || at <= DateTime.UnixEpoch)
            return StripeFinding.Refuse("its invoice does not say when it was paid");
        var settled = StripeValue.Utc(at);
        return new StripeFinding.Facts([.. paid.Select(payment => GiftMetadata.Settled(
            subscription.Metadata, payment.Payment.PaymentIntentId, settled, payment.AmountPaid!.Value, invoice.Currency, "monthly"))]);
    }

    public static StripeFinding Of(Refund refund) => refund switch
    {
        { PaymentIntentId: null } => StripeFinding.NotOurs,
        _ when !StripeValue.IsId(refund.PaymentIntentId) || !StripeValue.IsId(refund.Id) =>
            StripeFinding.Refuse("its refund has no id or no payment"),
        { Status: "requires_action" } => StripeFinding.Ignore("the refund waits for the donor"),
        { Status: not ("succeeded" or "pending" or "failed" or "canceled") } => StripeFinding.Refuse("its refund has no known state"),
        _ when !StripeValue.IsMoney(refund.Amount, refund.Currency) => StripeFinding.Refuse("its refund has no amount"),
        _ when refund.Created <= DateTime.UnixEpoch => StripeFinding.Refuse("its refund does not say when it was made"),
        { Status: "failed" or "canceled" } =>
            OfPayment(refund.PaymentIntent, new RefundFailed
            {
                Gift = refund.PaymentIntentId, At = StripeValue.Utc(refund.Created), Refund = refund.Id,
            }),
        _ => OfPayment(refund.PaymentIntent, new Refunded
        {
            Gift = refund.PaymentIntentId,
            At = StripeValue.Utc(refund.Created),
            Refund = refund.Id,
            Amount = refund.Amount,
            Currency = refund.Currency,
        }),
    };

    public static StripeFinding Of(Dispute dispute)
    {
        if (dispute.PaymentIntentId is null)
            return StripeFinding.NotOurs;
        if (!StripeValue.IsId(dispute.PaymentIntentId) || !StripeValue.IsId(dispute.Id))
            return StripeFinding.Refuse("its dispute has no id or no payment");
        if (!StripeValue.IsMoney(dispute.Amount, dispute.Currency))
            return StripeFinding.Refuse("its dispute has no amount");
        if (dispute.Created <= DateTime.UnixEpoch)
            return StripeFinding.Refuse("its dispute does not say when it was opened");
        ImmutableArray<Fact> facts = [.. LossOf(dispute), .. ReturnOf(dispute)];
        return facts is [] ? StripeFinding.Ignore("the dispute is not lost") : OfPayment(dispute.PaymentIntent, [.. facts]);
    }

    private static IEnumerable<Fact> LossOf(Dispute dispute) => dispute.Status != "lost" ? [] :
    [
        new DisputeLost
        {
            Gift = dispute.PaymentIntentId,
            At = StripeValue.Utc(dispute.Created),
            Dispute = dispute.Id,
            Amount = dispute.Amount,
            Currency = dispute.Currency,
        },
    ];

    /// <summary>
    /// Money that came back after it was withdrawn: all of it where the bank decided for us or changed its mind; what the balance
    /// transactions show where a lost dispute gave a part back.
    /// </summary>
    private static IEnumerable<Fact> ReturnOf(Dispute dispute)
    {
        var returned = dispute.BalanceTransactions?.Where(moved => moved.Amount > 0).ToList() ?? [];
        if (dispute.Status != "won" && returned is [])
            return [];
        var isAll = dispute.Status == "won";
        return
        [
            new DisputeReinstated
            {
                Gift = dispute.PaymentIntentId,
                At = StripeValue.Utc(dispute.Created),
                Dispute = dispute.Id,
                Amount = isAll ? null : returned.Sum(moved => moved.Amount),
                Currency = isAll ? null : returned[0].Currency,
            },
        ];
    }

    private static StripeFinding.FactsOfPayment OfPayment(PaymentIntent? payment, params ImmutableArray<Fact> facts) => new(facts, payment);

    /// <summary>
    /// In the currency of the price, which is that of the campaign. Adaptive Pricing is off for our sessions; where a donor all the same
    /// paid in another currency, Stripe says so beside the session's own sums, or, in sessions begun before March 2025, in place of them
    /// (<see href="https://docs.stripe.com/payments/currencies/localize-prices/adaptive-pricing"/>).
    /// </summary>
    private static (long? Amount, string? Currency) AmountOf(Session session) =>
        session.CurrencyConversion is { SourceCurrency: { } currency } before
            ? (before.AmountTotal, currency)
            : (session.AmountTotal, session.Currency);
}
