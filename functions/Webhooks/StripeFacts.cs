using System.Collections.Immutable;
using Advocacy.Functions.Checkout;
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
                new StripeFinding.Facts(
                    [GiftMetadata.Settled(session.Metadata, session.PaymentIntentId, settled, amount!.Value, currency!, "once")],
                    [.. GiftMetadata.Unreadable(session.Metadata)]),
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
    /// <param name="payments">The paid ones.</param>
    public static StripeFinding Of(Invoice invoice, IReadOnlyList<InvoicePayment> payments)
    {
        if (invoice.Parent?.SubscriptionDetails is not { } subscription)
            return StripeFinding.Ignore("a single gift counts when its session is paid");
        if (!GiftMetadata.IsOurs(subscription.Metadata))
            return StripeFinding.NotOurs;
        if (invoice.Status != "paid")
            return StripeFinding.Ignore("Stripe says that it is not paid");
        var paid = payments.Where(IsThroughStripe).ToList();
        var missing = UnexplainedAmount(invoice, payments) > 0 ? "Stripe does not show all payments of its invoice yet" : null;
        if (paid is [] && missing is null)
            return StripeFinding.Ignore(invoice.AmountPaid == 0 ? "nothing was paid" : "it was paid outside of Stripe");
        if (paid.Exists(payment => !StripeValue.IsMoney(payment.AmountPaid, invoice.Currency)))
            return StripeFinding.Refuse("its invoice has no amount");
        if (invoice.StatusTransitions?.PaidAt is not { } at || at <= DateTime.UnixEpoch)
            return StripeFinding.Refuse("its invoice does not say when it was paid");
        var settled = StripeValue.Utc(at);
        ImmutableArray<Fact> facts = [.. paid.Select(payment => GiftMetadata.Settled(
            subscription.Metadata, payment.Payment.PaymentIntentId, settled, payment.AmountPaid!.Value, invoice.Currency, "monthly"))];
        return new StripeFinding.Facts(facts, [.. GiftMetadata.Unreadable(subscription.Metadata)], missing);
    }

    /// <summary>
    /// What was paid of an invoice, in minor units, and is neither in its payments nor known to have been paid outside of Stripe, which
    /// <c>amount_paid_off_stripe</c> says where it was asked for
    /// (<see href="https://docs.stripe.com/changelog/dahlia/2026-05-27/invoice-object-amount-paid-off-stripe-property"/>).
    /// </summary>
    public static decimal UnexplainedAmount(Invoice invoice, IReadOnlyList<InvoicePayment> payments)
    {
        var through = payments.Where(IsThroughStripe).Sum(payment => (decimal)(payment.AmountPaid ?? 0));
        var outside = payments.Where(payment => !IsThroughStripe(payment)).Sum(payment => (decimal)(payment.AmountPaid ?? 0));
        return invoice.AmountPaid - through - Math.Max(outside, invoice.AmountPaidOffStripe);
    }

    private static bool IsThroughStripe(InvoicePayment payment) => StripeValue.IsId(payment.Payment?.PaymentIntentId);

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
        var withdrawn = WithdrawnBy(dispute);
        if (withdrawn is { } amount && amount != 0 && !StripeValue.IsMoney(amount, dispute.Currency))
            return StripeFinding.Refuse("its dispute has withdrawn no amount that there can be");
        ImmutableArray<Fact> facts = [.. LossOf(dispute, withdrawn), .. ReturnOf(dispute)];
        if (facts is [])
            return StripeFinding.Ignore(dispute.Status == "lost" ? "the dispute withdrew nothing" : "the dispute is not lost");
        return OfPayment(dispute.PaymentIntent, [.. facts]);
    }

    /// <summary>
    /// What a dispute that is lost has taken is what was withdrawn: nothing, for instance, where the gift had been refunded before.
    /// </summary>
    private static IEnumerable<Fact> LossOf(Dispute dispute, long? withdrawn) => dispute.Status != "lost" || withdrawn == 0 ? [] :
    [
        new DisputeLost
        {
            Gift = dispute.PaymentIntentId,
            At = StripeValue.Utc(dispute.Created),
            Dispute = dispute.Id,
            Amount = withdrawn ?? dispute.Amount,
            Currency = dispute.Currency,
            Withdrawn = withdrawn is null ? null : true,
        },
    ];

    /// <returns>
    /// In minor units of the dispute's currency; zero where nothing was withdrawn; null where Stripe does not show it in that currency,
    /// since our balance is kept in another one, so that the disputed amount has to do.
    /// </returns>
    private static long? WithdrawnBy(Dispute dispute)
    {
        if (dispute.BalanceTransactions is not { } moved)
            return null;
        var withdrawals = moved.Where(transaction => transaction.Amount < 0).ToList();
        if (withdrawals.Exists(transaction => transaction.Currency != dispute.Currency))
            return null;
        var sum = withdrawals.Sum(transaction => -(decimal)transaction.Amount);
        return sum <= long.MaxValue ? (long)sum : long.MaxValue;
    }

    /// <summary>
    /// Money that came back after it was withdrawn: what the balance transactions show. Where the bank decided for us and they do not show
    /// it in the dispute's currency, it is all that the dispute took.
    /// </summary>
    private static IEnumerable<Fact> ReturnOf(Dispute dispute)
    {
        var returned = dispute.BalanceTransactions?.Where(moved => moved.Amount > 0).ToList() ?? [];
        if (dispute.Status != "won" && returned is [])
            return [];
        var isAll = dispute.Status == "won" && (returned is [] || returned.Exists(moved => moved.Currency != dispute.Currency));
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
