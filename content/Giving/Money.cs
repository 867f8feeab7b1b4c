using System.Globalization;

namespace Advocacy.Content.Giving;

/// <param name="Minor">Whole minor units as Stripe counts them: cents of a dollar, yen themselves.</param>
/// <param name="Currency">ISO 4217, upper case.</param>
public readonly record struct Money(long Minor, string Currency)
{
    /// <summary>Whether the form can ask for any sum in the currency.</summary>
    public static bool CanBeAskedFor(string currency) => Giving.Currency.Of(currency).CanBeAskedFor;

    /// <summary>Minor units in one major unit: 1, 100 or 1,000.</summary>
    public static int MinorPerMajor(string currency) => Giving.Currency.Of(currency).MinorPerMajor;

    public static Money OfMajor(long major, string currency) => new(major * MinorPerMajor(currency), currency);

    /// <summary>As the form's field <c>amount</c> carries it: <c>50</c> or <c>12.50</c>.</summary>
    public string Major => Minor % Counted.MinorPerMajor == 0
        ? (Minor / Counted.MinorPerMajor).ToString(CultureInfo.InvariantCulture)
        : Decimal(Minor % Counted.Step == 0 ? Counted.WrittenPlaces : Counted.Places);

    /// <summary>
    /// With every decimal place of the currency and a point, for files and messages: <c>50.00</c>, <c>1001</c> or <c>5.120</c>.
    /// </summary>
    public string Exact => Decimal(Counted.Places);

    /// <summary>For instance <c>50.00 USD</c>.</summary>
    public override string ToString() => $"{Exact} {Currency}";

    /// <summary>What tells the currency beside a number: its sign, or its code where the sign would not tell.</summary>
    public static string Sign(string currency) => currency switch
    {
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        _ => currency,
    };

    private Currency Counted => Giving.Currency.Of(Currency);

    private string Decimal(int places) => (Minor / (decimal)Counted.MinorPerMajor).ToString($"F{places}", CultureInfo.InvariantCulture);
}
