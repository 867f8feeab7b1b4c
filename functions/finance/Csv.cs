using System.Buffers;
using System.Globalization;

namespace Advocacy.Functions.Finance;

/// <summary>Comma-separated values: <see href="https://www.rfc-editor.org/rfc/rfc4180"/>.</summary>
internal static class Csv
{
    private static readonly SearchValues<char> _quoted = SearchValues.Create(",\"\r\n");

    // Stripe counts these in whole units, and those in thousandths: https://docs.stripe.com/currencies#minor-units
    private static readonly HashSet<string> _whole =
        ["bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf"];

    private static readonly HashSet<string> _thousandths = ["bhd", "jod", "kwd", "omr", "tnd"];

    public static string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(Field)) + "\r\n";

    /// <summary>In major units, with a point.</summary>
    public static string Money(long minor, string currency) =>
        _whole.Contains(currency) ? minor.ToString(CultureInfo.InvariantCulture)
        : _thousandths.Contains(currency) ? (minor / 1000m).ToString("0.000", CultureInfo.InvariantCulture)
        : (minor / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A spreadsheet would run a text that begins like a formula: <see href="https://owasp.org/www-community/attacks/CSV_Injection"/>.</summary>
    public static string Defused(string? text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? $"'{text}" : text ?? "";

    private static string Field(string text) =>
        text.AsSpan().ContainsAny(_quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
