using Stripe.Checkout;

namespace Advocacy.Functions.Donations;

/// <summary>How a session stands, in the three words that a donor needs: <c>paid</c>, <c>pending</c>, <c>failed</c>.</summary>
public static class PaymentState
{
    public static string Of(Session session) => session switch
    {
        { PaymentStatus: "paid" or "no_payment_required" } => "paid",
        { Status: "expired" } => "failed",
        // A bank debit that bounced: the session stays complete and unpaid, only the payment says so.
        { Status: "complete", PaymentIntent.Status: "requires_payment_method" or "canceled" } => "failed",
        { Status: "complete", Subscription.Status: "incomplete_expired" or "past_due" or "unpaid" or "canceled" } => "failed",
        _ => "pending",
    };
}
