using System.Globalization;

namespace Advocacy.Theme.Giving;

/// <param name="Minor">Whole minor units: cents of a dollar, yen themselves.</param>
/// <param name="Currency">ISO 4217, upper case.</param>
public readonly record struct Money(long Minor, string Currency)
{
    // How Stripe counts: https://docs.stripe.com/currencies#minor-units
    private static readonly string[] _whole = ["BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"];
    private static readonly string[] _thousandths = ["BHD", "JOD", "KWD", "OMR", "TND"];
    // It wants hundredths of them that are always zero.
    private static readonly string[] _whollyInHundredths = ["ISK", "UGX"];

    /// <summary>Whether the form can ask for any sum in the currency: not where it has thousandths, or hundredths in name only.</summary>
    public static bool CanBeAskedFor(string currency) => !_thousandths.Contains(currency) && !_whollyInHundredths.Contains(currency);

    /// <summary>Minor units in one major unit: 1, 100 or 1,000.</summary>
    public static int MinorPerMajor(string currency) => _whole.Contains(currency) ? 1 : _thousandths.Contains(currency) ? 1000 : 100;

    public static Money OfMajor(long major, string currency) => new(major * MinorPerMajor(currency), currency);

    /// <summary>As the form's field <c>amount</c> carries it: <c>50</c> or <c>12.50</c>.</summary>
    public string Major => Minor % MinorPerMajor(Currency) == 0
        ? (Minor / MinorPerMajor(Currency)).ToString(CultureInfo.InvariantCulture)
        : (Minor / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>What tells the currency beside a number: its sign, or its code where the sign would not tell.</summary>
    public static string Sign(string currency) => currency switch
    {
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        _ => currency,
    };
}
