namespace Advocacy.Content.Giving;

/// <summary>
/// How Stripe counts a currency. Source: <see href="https://docs.stripe.com/currencies"/>, under "Minor units", "Zero-decimal currencies",
/// "Three-decimal currencies" and "Special cases".
/// </summary>
/// <param name="Code">ISO 4217, upper case.</param>
/// <param name="Places">Decimal places of an amount at Stripe: 0, 2 or 3.</param>
/// <param name="Step">Minor units of the smallest amount that can be charged; every charge is a multiple of it.</param>
public sealed record Currency(string Code, int Places, int Step)
{
    // UGX is on Stripe's list of zero-decimal currencies, too, but its special case below comes first.
    private static readonly string[] _zeroDecimal =
        ["BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"];

    // The last digit must be 0: 5.120 dinars can be charged, and 5.124 cannot.
    private static readonly string[] _threeDecimal = ["BHD", "JOD", "KWD", "OMR", "TND"];

    // Sent with two decimals, for older programs, which must be 00: 5 krónur are 500.
    private static readonly string[] _wholeInHundredths = ["ISK", "UGX"];

    /// <summary>Any other has hundredths. So have HUF and TWD, which are whole in payouts only, and payouts are Stripe's work.</summary>
    public static Currency Of(string code) => code switch
    {
        _ when _zeroDecimal.Contains(code) => new(code, 0, 1),
        _ when _threeDecimal.Contains(code) => new(code, 3, 10),
        _ when _wholeInHundredths.Contains(code) => new(code, 2, 100),
        _ => new(code, 2, 1),
    };

    /// <summary>Minor units in one major unit: 1, 100 or 1,000.</summary>
    public int MinorPerMajor => Places switch { 0 => 1, 3 => 1000, _ => 100 };

    /// <summary>Decimal places that a donor can write, as no finer amount can be charged: 0 or 2.</summary>
    public int WrittenPlaces => Step == 100 || Places == 0 ? 0 : 2;

    /// <summary>
    /// Whether the form can ask for any sum in the currency. Not where some amounts of minor units cannot be charged: a fee that a donor
    /// covers is worked out to the minor unit.
    /// </summary>
    public bool CanBeAskedFor => Step == 1;
}
