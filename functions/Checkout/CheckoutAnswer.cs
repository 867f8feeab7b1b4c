namespace Advocacy.Functions.Checkout;

/// <summary>What came of asking Stripe for a payment page.</summary>
public abstract record CheckoutAnswer;

/// <param name="Address">Of Stripe's page.</param>
public sealed record Opened(string Address) : CheckoutAnswer;

/// <summary>Stripe did not answer in time, or refused. Nothing was charged: the donor has not seen a payment page.</summary>
public sealed record Unavailable : CheckoutAnswer;
