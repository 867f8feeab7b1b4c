using Advocacy.Functions.Ledger;
using Stripe;
using Stripe.Checkout;

namespace Advocacy.Functions.Webhooks;

/// <summary>
/// Reads an event for what it means, and asks nobody. Which event tells what:
/// <see href="https://docs.stripe.com/api/events/types"/>.
/// </summary>
public static class EventDecision
{
    /// <summary>The events that can mean something: what the endpoint at Stripe should be subscribed to.</summary>
    public static readonly IReadOnlyList<string> Types =
    [
        EventTypes.CheckoutSessionCompleted, EventTypes.CheckoutSessionAsyncPaymentSucceeded, EventTypes.InvoicePaid,
        EventTypes.RefundCreated, EventTypes.RefundUpdated, EventTypes.RefundFailed,
        EventTypes.ChargeDisputeClosed, EventTypes.ChargeDisputeFundsReinstated,
    ];

    public static Decision Of(Event told, bool livemode) => told switch
    {
        { Livemode: true } when !livemode => new Refused("it is live, and our key is not; set the live key, or take this address out of the live webhooks"),
        { Livemode: false } when livemode => new Ignored("it is a test, and our key is live"),
        { ApiVersion: null } => new Refused("it names no API version"),
        _ when !EventUtility.IsCompatibleApiVersion(told.ApiVersion) =>
            new Refused($"it is of API version {told.ApiVersion}; make the webhook endpoint with {StripeConfiguration.ApiVersion}"),
        _ when told.Created <= DateTime.UnixEpoch => new Refused("it does not say when it happened"),
        _ when !Types.Contains(told.Type) => new Ignored("it moves no money of ours"),
        { Data.Object: Session session } => OfSession(session, At(told.Created)),
        { Data.Object: Invoice invoice } => OfInvoice(invoice, At(told.Created)),
        { Data.Object: Refund refund } => OfRefund(refund, At(told.Created)),
        { Data.Object: Dispute dispute } => OfDispute(dispute, told.Type, At(told.Created)),
        _ => new Refused($"it says {told.Type} and carries something else"),
    };

    private static Decision OfSession(Session session, DateTimeOffset at) => session switch
    {
        { Mode: "subscription" } => new Ignored("each month's gift counts when its invoice is paid"),
        { Mode: not "payment" } => new Ignored("it is no payment"),
        _ when !GiftMetadata.IsOurs(session.Metadata) => Ignored.NotOurs,
        { PaymentStatus: not "paid" } => new Ignored("it is not paid yet"),
        _ when !StripeValue.IsId(session.PaymentIntentId) => new Refused("its session names no payment"),
        _ when !StripeValue.IsMoney(session.AmountTotal, session.Currency) => new Refused("its session has no amount"),
        _ => new Record(GiftMetadata.Settled(session.Metadata, session.PaymentIntentId, at, session.AmountTotal!.Value, session.Currency, "once")),
    };

    private static Decision OfInvoice(Invoice invoice, DateTimeOffset at) => invoice switch
    {
        { Parent.SubscriptionDetails: null } or { Parent: null } => new Ignored("a single gift counts when its session is paid"),
        _ when !GiftMetadata.IsOurs(invoice.Parent.SubscriptionDetails.Metadata) => Ignored.NotOurs,
        { AmountPaid: 0 } => new Ignored("nothing was paid"),
        _ when !StripeValue.IsId(invoice.Id) => new Refused("its invoice has no id"),
        _ when !StripeValue.IsMoney(invoice.AmountPaid, invoice.Currency) => new Refused("its invoice has no amount"),
        _ => new NeedsPayments(invoice.Id, GiftMetadata.Settled(
            invoice.Parent.SubscriptionDetails.Metadata, invoice.Id, At(invoice.StatusTransitions?.PaidAt) ?? at, invoice.AmountPaid, invoice.Currency, "monthly")),
    };

    private static Decision OfRefund(Refund refund, DateTimeOffset at) => refund switch
    {
        { PaymentIntentId: null } => Ignored.NotOurs,
        _ when !StripeValue.IsId(refund.PaymentIntentId) || !StripeValue.IsId(refund.Id) => new Refused("its refund has no id or no payment"),
        { Status: "failed" or "canceled" } => new NeedsOwner(new RefundFailed { Gift = refund.PaymentIntentId, At = at, Refund = refund.Id }),
        { Status: "requires_action" } => new Ignored("the refund waits for the donor"),
        { Status: not ("succeeded" or "pending") } => new Refused("its refund has no known state"),
        _ when !StripeValue.IsMoney(refund.Amount, refund.Currency) => new Refused("its refund has no amount"),
        _ => new NeedsOwner(new Refunded
        {
            Gift = refund.PaymentIntentId,
            At = refund.Created > DateTime.UnixEpoch ? At(refund.Created) : at,
            Refund = refund.Id,
            Amount = refund.Amount,
        }),
    };

    private static Decision OfDispute(Dispute dispute, string type, DateTimeOffset at) => dispute switch
    {
        { PaymentIntentId: null } => Ignored.NotOurs,
        _ when !StripeValue.IsId(dispute.PaymentIntentId) || !StripeValue.IsId(dispute.Id) => new Refused("its dispute has no id or no payment"),
        _ when type == EventTypes.ChargeDisputeFundsReinstated =>
            new NeedsOwner(new DisputeReinstated { Gift = dispute.PaymentIntentId, At = at, Dispute = dispute.Id }),
        { Status: not "lost" } => new Ignored("the dispute is not lost"),
        _ when !StripeValue.IsMoney(dispute.Amount, dispute.Currency) => new Refused("its dispute has no amount"),
        _ => new NeedsOwner(new DisputeLost { Gift = dispute.PaymentIntentId, At = at, Dispute = dispute.Id, Amount = dispute.Amount }),
    };

    private static DateTimeOffset At(DateTime utc) => new(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    private static DateTimeOffset? At(DateTime? utc) => utc > DateTime.UnixEpoch ? At(utc.Value) : null;
}
