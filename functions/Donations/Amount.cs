using System.Globalization;
using Advocacy.Content.Giving;

namespace Advocacy.Functions.Donations;

/// <summary>A sum as a donor writes it: digits, and perhaps a point with one or two more where the currency has a smaller part.</summary>
public static class Amount
{
    private const int MostDigits = 12;

    /// <returns>
    /// Whole minor units, which can be charged; <see cref="long.MaxValue"/> where there are more digits than any gift has; null where it
    /// is not a sum.
    /// </returns>
    public static long? Read(ReadOnlySpan<char> text, string currency)
    {
        var counted = Currency.Of(currency);
        text = text.Trim();
        var point = text.IndexOf('.');
        var major = point < 0 ? text : text[..point];
        var fraction = point < 0 ? "0" : text[(point + 1)..];
        if (!AreDigits(major) || !AreDigits(fraction) || point >= 0 && fraction.Length > counted.WrittenPlaces)
            return null;
        major = major.TrimStart('0');
        if (major.Length > MostDigits)
            return long.MaxValue;
        var minor = Number(fraction);
        for (var place = fraction.Length; place < counted.Places; place++)
            minor *= 10;
        return Number(major) * counted.MinorPerMajor + minor;
    }

    // Not char.IsDigit, which takes ٥ and ५ for digits too.
    private static bool AreDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    private static long Number(ReadOnlySpan<char> digits) =>
        digits.IsEmpty ? 0 : long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
