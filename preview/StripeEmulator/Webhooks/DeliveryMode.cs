namespace Advocacy.Preview.StripeEmulator.Webhooks;

/// <summary>How new events are delivered. Stripe promises neither order nor that one comes only once.</summary>
/// <remarks>https://docs.stripe.com/webhooks#event-ordering</remarks>
public enum DeliveryMode
{
    InOrder,

    /// <summary>Each event twice.</summary>
    Twice,

    /// <summary>Nothing is sent until the held events are released, in an order of one's choice.</summary>
    Held,
}
