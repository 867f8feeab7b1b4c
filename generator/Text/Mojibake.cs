using System.Text;

namespace Advocacy.Generator.Text;

/// <summary>
/// Letters that became others when a program read UTF-8 as Windows-1252 and saved the result as UTF-8, such as <c>Ã©</c> for <c>é</c>.
/// </summary>
internal static class Mojibake
{
    /// <summary>
    /// Which no language has; the second half is what Windows-1252 shows for the second byte. <c>AMANHÃ”</c>, with a closing mark, is
    /// Portuguese. Where the letter is not named, it shows in the two signs.
    /// </summary>
    private static readonly (byte[] Signs, string? Meant)[] _known =
    [
        ([0xC3, 0x83, 0xC2], null), ([0xC3, 0x82, 0xC2], null),
        Pair("Ã“", "Ó"), Pair("Ã‰", "É"), Pair("Ã‘", "Ñ"), Pair("Ãš", "Ú"),
        Pair("â€™", "’"), Pair("â€˜", "‘"),
        Pair("â€œ", "“"), Pair("â€\u009D", "”"), Pair("â€“", "–"), Pair("â€”", "—"), Pair("â€¦", "…"),
        Pair("\uFFFD", ""),
    ];

    /// <param name="utf8">Well-formed.</param>
    /// <returns>
    /// Where the first begins, what stands there, and what is meant, empty where that is lost; null where the text has none.
    /// </returns>
    public static (int At, string Signs, string Meant)? FirstIn(ReadOnlySpan<byte> utf8)
    {
        (int At, string Signs, string Meant)? first = null;
        foreach (var (signs, meant) in _known)
        {
            if (utf8.IndexOf(signs) is not (>= 0 and var at) || at >= first?.At)
                continue;
            first = meant is null
                ? (at, Encoding.UTF8.GetString(utf8.Slice(at, 4)), Letter(utf8.Slice(at, 4)))
                : (at, Encoding.UTF8.GetString(signs), meant);
        }
        return first;
    }

    /// <summary>The letter whose two bytes were read as two letters of Latin-1, the second of two bytes itself.</summary>
    private static string Letter(ReadOnlySpan<byte> signs) =>
        Encoding.UTF8.GetString([signs[1] == 0x83 ? (byte)0xC3 : (byte)0xC2, signs[3]]);

    private static (byte[] Signs, string? Meant) Pair(string signs, string meant) => (Encoding.UTF8.GetBytes(signs), meant);
}
