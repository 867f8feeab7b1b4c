using System.Collections.Frozen;

namespace Advocacy.Generator.Documents.Painting;

/// <summary>
/// Word's bullets and ticks come from fonts of signs, whose places among the private letters (U+F000 and on) mean nothing in other fonts.
/// </summary>
internal static class SymbolLetters
{
    private const string Bullet = "•";

    private static readonly FrozenDictionary<char, string> _wingdings = new Dictionary<char, string>
    {
        ['\uF06C'] = "●", ['\uF06E'] = "■", ['\uF06F'] = "□", ['\uF071'] = "❑", ['\uF076'] = "❖", ['\uF078'] = "☒",
        ['\uF09F'] = Bullet, ['\uF0A7'] = "▪", ['\uF0A8'] = "◻", ['\uF0B7'] = Bullet,
        ['\uF0D8'] = "➢", ['\uF0E0'] = "→", ['\uF0E8'] = "➔",
        ['\uF0FB'] = "✗", ['\uF0FC'] = "✓", ['\uF0FD'] = "☒", ['\uF0FE'] = "☑",
    }.ToFrozenDictionary();

    /// <summary>The Greek letters of the font Symbol, from its place of <c>A</c> and of <c>a</c> on.</summary>
    private const string GreekCapitals = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    private const string GreekLetters = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

    /// <returns>The text with signs that every font has; what no table knows is left out.</returns>
    public static string Plain(string text, string? font)
    {
        if (!text.Any(IsPrivate))
            return text;
        var isSymbol = font is not null && font.Contains("Symbol", StringComparison.OrdinalIgnoreCase);
        return string.Concat(text.Select(c => !IsPrivate(c) ? c.ToString() : isSymbol ? Symbol(c) : _wingdings.GetValueOrDefault(c, "")));
    }

    private static string Symbol(char c) => c switch
    {
        >= '\uF041' and <= '\uF05A' => GreekCapitals[c - '\uF041'].ToString(),
        >= '\uF061' and <= '\uF07A' => GreekLetters[c - '\uF061'].ToString(),
        '\uF0B7' => Bullet,
        // The digits and the commonest signs have the places of ASCII.
        >= '\uF020' and <= '\uF03F' => ((char)(c - '\uF000')).ToString(),
        _ => "",
    };

    private static bool IsPrivate(char c) => c is >= '\uE000' and <= '\uF8FF';
}
