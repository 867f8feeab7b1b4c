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

    /// <summary>As an American reads it: <c>$1,500</c> or <c>$51.80</c>.</summary>
    public override string ToString()
    {
        var units = MinorPerMajor(Currency);
        var number = Minor % units == 0
            ? (Minor / units).ToString("#,0", CultureInfo.InvariantCulture)
            : (Minor / 100m).ToString("#,0.00", CultureInfo.InvariantCulture);
        return Symbol(Currency) + number;
    }

    /// <summary>What stands before a number: the sign of the currency, or its code and a space that does not break.</summary>
    public static string Symbol(string currency) => currency switch
    {
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        _ => currency + "\u00A0",
    };
}
