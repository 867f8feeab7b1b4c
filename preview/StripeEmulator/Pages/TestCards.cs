namespace Advocacy.Preview.StripeEmulator.Pages;

/// <summary>The card numbers that the checkout page takes; a real one is none of them.</summary>
/// <remarks>https://docs.stripe.com/testing#cards; their spaces do not break, so that a number stays on one line.</remarks>
public static class TestCards
{
    public const string Good = "4242\u00a04242\u00a04242\u00a04242";
    public const string Declined = "4000\u00a00000\u00a00000\u00a00002";

    /// <summary>Whether both are one number, however it is parted.</summary>
    public static bool AreSame(string one, string other) => Digits(one) == Digits(other);

    private static string Digits(string number) => string.Concat(number.Where(letter => letter != '-' && !char.IsWhiteSpace(letter)));
}
