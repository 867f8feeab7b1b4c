using System.Globalization;

namespace Advocacy.Preview.Stripe;

/// <summary>Amounts as a reader sees them.</summary>
public static class Money
{
    // https://docs.stripe.com/currencies#zero-decimal
    private static readonly string[] _withoutMinorUnits = ["bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf"];

    /// <param name="amount">In minor units.</param>
    public static string Text(long amount, string currency)
    {
        var isWhole = _withoutMinorUnits.Contains(currency);
        var number = (isWhole ? amount : amount / 100m).ToString(isWhole ? "N0" : "N2", CultureInfo.InvariantCulture);
        return currency == "usd" ? $"${number}".Replace("$-", "−$", StringComparison.Ordinal) : $"{number} {currency.ToUpperInvariant()}";
    }
}
