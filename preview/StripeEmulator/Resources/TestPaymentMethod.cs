namespace Advocacy.Preview.StripeEmulator.Resources;

/// <summary>What a donor pays with.</summary>
public enum TestPaymentMethod
{
    /// <summary>4242 4242 4242 4242: paid at once.</summary>
    Card,

    /// <summary>4000 0000 0000 0002: refused at once.</summary>
    DeclinedCard,

    /// <summary>Pending until it settles or fails.</summary>
    BankDebit,
}
