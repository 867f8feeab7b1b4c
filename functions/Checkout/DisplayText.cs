using System.Globalization;

namespace Advocacy.Functions.Checkout;

/// <summary>A text that is only shown: it may be cut. One that identifies something never may.</summary>
public static class DisplayText
{
    private const char Ellipsis = '…';

    /// <returns>
    /// The text, or as many of its whole words as fit with an ellipsis; a word as long as half of that is cut between two letters as a
    /// reader sees them.
    /// </returns>
    /// <param name="most">In UTF-16 code units, of which no text has fewer than characters; at least 2.</param>
    public static string Fit(string text, int most)
    {
        if (text.Length <= most) return text;
        var space = text.LastIndexOf(' ', most - 1);
        return string.Concat(text.AsSpan(0, space > most / 2 ? space : WholeLetters(text, most - 1)).TrimEnd(" ,;:·"), [Ellipsis]);
    }

    private static int WholeLetters(string text, int most)
    {
        var end = 0;
        while (StringInfo.GetNextTextElementLength(text, end) is var length && end + length <= most) end += length;
        return end;
    }
}
