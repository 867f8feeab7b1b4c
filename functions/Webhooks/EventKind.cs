using Stripe;

namespace Advocacy.Functions.Webhooks;

/// <summary>What an event is about.</summary>
internal enum EventKind { None, Session, Invoice, Refund, Dispute }

/// <summary>The events about money that moved: <see href="https://docs.stripe.com/api/events/types"/>.</summary>
public static class EventKinds
{
    private static readonly Dictionary<string, EventKind> _kinds = new()
    {
        [EventTypes.CheckoutSessionCompleted] = EventKind.Session,
        [EventTypes.CheckoutSessionAsyncPaymentSucceeded] = EventKind.Session,
        [EventTypes.InvoicePaid] = EventKind.Invoice,
        [EventTypes.RefundCreated] = EventKind.Refund,
        [EventTypes.RefundUpdated] = EventKind.Refund,
        [EventTypes.RefundFailed] = EventKind.Refund,
        [EventTypes.ChargeDisputeClosed] = EventKind.Dispute,
        [EventTypes.ChargeDisputeFundsReinstated] = EventKind.Dispute,
    };

    /// <summary>What the endpoint at Stripe should be subscribed to.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. _kinds.Keys];

    internal static EventKind Of(string type) => _kinds.GetValueOrDefault(type);
}
