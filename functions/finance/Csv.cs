using System.Buffers;
using System.Globalization;

namespace Advocacy.Functions.Finance;

/// <summary>Comma-separated values: <see href="https://www.rfc-editor.org/rfc/rfc4180"/>.</summary>
internal static class Csv
{
    private static readonly SearchValues<char> _quoted = SearchValues.Create(",\"\r\n");

    public static string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(Field)) + "\r\n";

    /// <summary>In major units, with a point.</summary>
    /// <param name="currency">In lower case, as Stripe writes it.</param>
    public static string Money(long minor, string currency)
    {
        var units = Theme.Giving.Money.MinorPerMajor(currency.ToUpperInvariant());
        return (minor / (decimal)units).ToString(units switch { 1 => "0", 1000 => "0.000", _ => "0.00" }, CultureInfo.InvariantCulture);
    }

    /// <summary>A spreadsheet would run a text that begins like a formula: <see href="https://owasp.org/www-community/attacks/CSV_Injection"/>.</summary>
    public static string Defused(string? text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? $"'{text}" : text ?? "";

    private static string Field(string text) =>
        text.AsSpan().ContainsAny(_quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
