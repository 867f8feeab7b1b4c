using System.Globalization;
using Advocacy.Theme.Giving;

namespace Advocacy.Functions.Gifts;

/// <summary>A sum as a donor writes it: digits, and perhaps a point with one or two more.</summary>
public static class Amount
{
    private const int MostDigits = 12;

    /// <returns>Whole minor units; <see cref="long.MaxValue"/> where there are more digits than any gift has; null where it is not a sum.</returns>
    public static long? Read(ReadOnlySpan<char> text, string currency)
    {
        var units = Money.MinorPerMajor(currency);
        text = text.Trim();
        var point = text.IndexOf('.');
        var major = point < 0 ? text : text[..point];
        var minor = point < 0 ? "0" : text[(point + 1)..];
        if (!AreDigits(major) || !AreDigits(minor) || minor.Length > 2 || units == 1 && point >= 0)
            return null;
        major = major.TrimStart('0');
        if (major.Length > MostDigits)
            return long.MaxValue;
        return Number(major) * units + (minor.Length == 1 ? Number(minor) * 10 : Number(minor));
    }

    // Not char.IsDigit, which takes ٥ and ५ for digits too.
    private static bool AreDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    private static long Number(ReadOnlySpan<char> digits) => digits.IsEmpty ? 0 : long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
