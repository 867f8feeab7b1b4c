using System.Globalization;

namespace Advocacy.Theme.Giving;

/// <param name="Minor">Whole minor units: cents of a dollar, yen themselves.</param>
/// <param name="Currency">ISO 4217, upper case.</param>
public readonly record struct Money(long Minor, string Currency)
{
    // Stripe's zero-decimal currencies, https://docs.stripe.com/currencies
    private static readonly string[] _withoutMinor =
        ["BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"];

    /// <summary>Minor units in one major unit: 100, or 1.</summary>
    public static int MinorPerMajor(string currency) => _withoutMinor.Contains(currency) ? 1 : 100;

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
