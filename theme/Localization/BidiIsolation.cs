namespace Advocacy.Theme.Localization;

/// <summary>
/// Keeps what is put into a text that runs from right to left in its own order: a sum would lose its sign to the other side,
/// a name its full stop.
/// Unicode's bidirectional algorithm (UAX 9): FIRST STRONG ISOLATE, POP DIRECTIONAL ISOLATE.
/// </summary>
public static class BidiIsolation
{
    private const string Start = "\u2068";
    private const char FirstOfRightToLeft = '\u0590';
    private const string End = "\u2069";

    /// <returns>The same where it has no letters or digits that run from left to right.</returns>
    public static string Of(string text) => text.Any(c => c < FirstOfRightToLeft && char.IsLetterOrDigit(c)) ? Start + text + End : text;

    /// <summary>For the clipboard: an address would not work with them.</summary>
    public static string Without(string text) =>
        text.Replace(Start, "", StringComparison.Ordinal).Replace(End, "", StringComparison.Ordinal);
}
