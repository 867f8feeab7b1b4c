using System.Text;
using UglyToad.PdfPig.Content;

namespace Advocacy.Generator.Documents.Painting;

/// <summary>Letters as words: a PDF says where each letter stands, and not always where there is a space.</summary>
internal static class PdfWords
{
    public static string Words(IEnumerable<Letter> letters)
    {
        var text = new StringBuilder();
        Letter? before = null;
        foreach (var letter in letters)
        {
            if (before is not null && IsApart(before, letter))
                AddSpace(text, letter.Value);
            text.Append(letter.Value);
            before = letter;
        }
        return text.ToString();
    }

    /// <summary>Joins what stands on lines below each other; a word that was divided is one again.</summary>
    public static string Lines(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (text.Length > 0)
                AddSpace(text, line);
            text.Append(line.Trim());
        }
        return text.ToString();
    }

    private static void AddSpace(StringBuilder text, string next)
    {
        if (text.Length > 1 && text[^1] is '-' or '\u00AD' && char.IsLower(text[^2]) && next.Length > 0 && char.IsLower(next[0]))
            text.Length--;
        else
            text.Append(' ');
    }

    /// <summary>Along the line that the letters stand on, which on a turned page runs down or backward.</summary>
    private static bool IsApart(Letter before, Letter letter)
    {
        if (string.IsNullOrWhiteSpace(before.Value) || string.IsNullOrWhiteSpace(letter.Value))
            return false;
        var (start, end) = (letter.StartBaseLine, letter.EndBaseLine);
        var (x, y) = (end.X - start.X, end.Y - start.Y);
        var length = Math.Sqrt(x * x + y * y);
        (x, y) = length > 0 ? (x / length, y / length) : (1, 0);
        var (dx, dy) = (start.X - before.EndBaseLine.X, start.Y - before.EndBaseLine.Y);
        return dx * x + dy * y > 0.2 * letter.PointSize || Math.Abs(dy * x - dx * y) > 0.5 * letter.PointSize;
    }
}
