using System.Buffers;
using System.Text;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Text;

/// <summary>A writer has a keyboard, and types what is on it: words in a field get the signs that Markdown gives the text.</summary>
public static class Typography
{
    private static readonly SearchValues<char> _typed = SearchValues.Create("\"'.-");
    private static readonly SearchValues<char> _opening = SearchValues.Create("([{-–—/¿¡\u00A0\"'“‘«");

    /// <param name="language">BCP 47: the text's.</param>
    /// <param name="marksOf">Of a language; null where nothing is to be shown. Called only where there is something to set.</param>
    public static string Set(string text, string language, Func<string, QuotationMarks?> marksOf)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(marksOf);
        return HasSigns(text) && marksOf(language) is { } marks ? Set(text, marks) : text;
    }

    /// <summary>Whether there is something to set.</summary>
    public static bool HasSigns(ReadOnlySpan<char> text) =>
        text.ContainsAny('"', '\'') || text.IndexOf("--") >= 0 || text.IndexOf("...") >= 0;

    private static string Set(string text, QuotationMarks marks)
    {
        var set = new StringBuilder(text.Length + 8);
        var (hasInner, inner) = (marks.InnerOpen != marks.InnerClose, false);
        for (var i = 0; i < text.Length; i++)
        {
            var rest = text.AsSpan(i);
            if (rest.IndexOfAny(_typed) is var words and not 0)
            {
                words = words < 0 ? rest.Length : words;
                set.Append(rest[..words]);
                i += words - 1;
                continue;
            }
            // An address stays as it is.
            if (BeginsSign(rest) && BareAddress.EndAround(text, i) is > 0 and var end)
            {
                set.Append(text, i, end - i);
                i = end - 1;
                continue;
            }
            var opens = Opens(text, i);
            switch (text[i])
            {
                case '"':
                    set.Append(opens ? marks.Open : marks.Close);
                    break;
                case '\'' when hasInner && opens && !char.IsDigit(text[i + 1]) && Closes(text, i + 1):
                    set.Append(marks.InnerOpen);
                    inner = true;
                    break;
                case '\'' when inner && !IsWord(text, i + 1):
                    set.Append(marks.InnerClose);
                    inner = false;
                    break;
                case '\'':
                    set.Append('\u2019');
                    break;
                case '.' when rest.StartsWith("..."):
                    set.Append('\u2026');
                    i += 2;
                    break;
                case '-' when rest.StartsWith("---"):
                    set.Append('\u2014');
                    i += 2;
                    break;
                case '-' when rest.StartsWith("--"):
                    set.Append('\u2013');
                    i++;
                    break;
                case var other:
                    set.Append(other);
                    break;
            }
        }
        return set.ToString();
    }

    /// <summary>Whether a mark stands before a word and behind none.</summary>
    private static bool Opens(string text, int mark) =>
        (mark == 0 || char.IsWhiteSpace(text[mark - 1]) || _opening.Contains(text[mark - 1]))
            && mark + 1 < text.Length
            && !char.IsWhiteSpace(text[mark + 1]);

    /// <summary>Whether a single mark that was opened is closed: the one of ’tis is not.</summary>
    private static bool Closes(string text, int from)
    {
        for (var i = text.IndexOf('\'', from); i >= 0; i = text.IndexOf('\'', i + 1))
        {
            if (!Opens(text, i) && !IsWord(text, i + 1))
                return true;
        }
        return false;
    }

    private static bool BeginsSign(ReadOnlySpan<char> text) => text[0] is '"' or '\'' || text.StartsWith("--") || text.StartsWith("...");

    private static bool IsWord(string text, int at) => at < text.Length && char.IsLetterOrDigit(text[at]);
}
