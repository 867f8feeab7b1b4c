using System.Globalization;
using System.Text;

namespace Advocacy.Functions.Donations;

/// <summary>One line of a donor's own words, as it may be shown again and sent on.</summary>
public static class SingleLineText
{
    /// <summary>
    /// Without what no name needs and what lets a text look like another: line ends and other controls become spaces; bidirectional
    /// controls (Unicode UAX #9), other invisible format characters and halves of a surrogate pair go. The joiners of Indic and Persian
    /// scripts stay.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is 0x200C or 0x200D)
                clean.Append(rune);
            else if (IsBreak(Rune.GetUnicodeCategory(rune)))
                clean.Append(' ');
            else if (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format)
                clean.Append(rune);
        }
        return string.Join(' ', clean.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsBreak(UnicodeCategory category) =>
        category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
