using System.Buffers;
using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace Advocacy.Generator.Outputs;

/// <summary>The words of finished HTML.</summary>
internal static class HtmlText
{
    private const int LongestEntity = 12;

    private static readonly SearchValues<char> _special = SearchValues.Create("<&\n");

    private static readonly SearchValues<char> _ends = SearchValues.Create(".?!:;…»”’\"؟。");

    // What stands inside a word; every other tag ends one.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _inline = FrozenSet.Create(
        StringComparer.Ordinal,
        "a", "abbr", "b", "code", "del", "em", "i", "ins", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="html">As <c>BodyRenderer</c> writes it: no comments, no scripts, no <c>&gt;</c> in an attribute.</param>
    public static void Append(StringBuilder text, ReadOnlySpan<char> html)
    {
        Separate(text);
        while (html.IndexOfAny(_special) is >= 0 and var at)
        {
            text.Append(html[..at]);
            html = html[at..];
            switch (html[0])
            {
                case '<':
                    var end = html.IndexOf('>');
                    if (end < 0)
                        return;
                    if (!IsInline(html[1..end]))
                        Separate(text);
                    html = html[(end + 1)..];
                    break;
                case '&':
                    html = html[Entity(text, html)..];
                    break;
                default:
                    Space(text);
                    html = html[1..];
                    break;
            }
        }
        text.Append(html);
    }

    private static bool IsInline(ReadOnlySpan<char> tag)
    {
        tag = tag.TrimStart('/');
        var name = tag.IndexOfAny(' ', '/') is >= 0 and var end ? tag[..end] : tag;
        return _inline.Contains(name);
    }

    /// <returns>How long it is.</returns>
    private static int Entity(StringBuilder text, ReadOnlySpan<char> html)
    {
        var end = html[..Math.Min(html.Length, LongestEntity)].IndexOf(';');
        text.Append(end < 0 ? "&" : WebUtility.HtmlDecode(html[..(end + 1)].ToString()));
        return Math.Max(end + 1, 1);
    }

    /// <summary>Ends a heading, a paragraph, an item, so that it does not run into the next.</summary>
    public static void Separate(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != ' ')
            text.Append(_ends.Contains(text[^1]) ? " " : " · ");
    }

    private static void Space(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != ' ')
            text.Append(' ');
    }
}
