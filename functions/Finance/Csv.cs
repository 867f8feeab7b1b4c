using System.Buffers;
using Advocacy.Content.Giving;

namespace Advocacy.Functions.Finance;

/// <summary>Comma-separated values: <see href="https://www.rfc-editor.org/rfc/rfc4180"/>.</summary>
internal static class Csv
{
    private static readonly SearchValues<char> _quoted = SearchValues.Create(",\"\r\n");

    public static string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(Field)) + "\r\n";

    /// <summary>In major units, with a point.</summary>
    /// <param name="minor">Null where it is not known.</param>
    /// <param name="currency">In lower case, as Stripe writes it.</param>
    public static string Money(long? minor, string currency) =>
        minor is { } known ? new Money(known, currency.ToUpperInvariant()).Exact : "";

    /// <summary>
    /// A spreadsheet would run a text that begins like a formula: <see href="https://owasp.org/www-community/attacks/CSV_Injection"/>.
    /// </summary>
    public static string Defused(string? text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? $"'{text}" : text ?? "";

    private static string Field(string text) =>
        text.AsSpan().ContainsAny(_quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
