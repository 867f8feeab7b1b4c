using System.Buffers;

namespace Advocacy.Generator.Text;

/// <summary>
/// What stands in a text sign by sign as it is: addresses of sites and of e-mail, paths of files, docket numbers such as
/// <c>1:14-cv-207--JKL</c>. Typographic signs would change what they are.
/// </summary>
internal static class BareAddress
{
    /// <summary>Characters on each side that are looked at, so that a text without any space costs no more than another.</summary>
    private const int Farthest = 500;

    private static readonly SearchValues<char> _before = SearchValues.Create("([{<\"'“‘«„¿¡*_|-–—");
    private static readonly SearchValues<char> _behind = SearchValues.Create(".,;:!?)]}>\"'”’»*_|-–—…");
    private static readonly SearchValues<char> _ofHosts =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-");

    /// <returns>Where the address ends, exclusive, that the sign at <paramref name="at"/> belongs to; 0 where it belongs to none.</returns>
    public static int EndAround(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (start > 0 && at - start < Farthest && !char.IsWhiteSpace(text[start - 1]))
            start--;
        var end = at;
        while (end < text.Length && end - at < Farthest && !char.IsWhiteSpace(text[end]))
            end++;
        while (start < end && _before.Contains(text[start]))
            start++;
        while (end > start && _behind.Contains(text[end - 1]) && !ClosesWithin(text[start..end]))
            end--;
        return at >= start && at < end && IsOne(text[start..end], at - start) ? end : 0;
    }

    /// <summary>Whether the last sign closes one of the address itself, as in <c>?name='a'</c>.</summary>
    private static bool ClosesWithin(ReadOnlySpan<char> word) => word[^1] switch
    {
        '"' or '\'' => word[..^1].Contains(word[^1]),
        ')' => word.Contains('('),
        ']' => word.Contains('['),
        _ => false,
    };

    /// <summary>Whether it is the name of a host, such as <c>www.example.org</c>, as far as its signs show.</summary>
    public static bool IsHost(ReadOnlySpan<char> name) =>
        !name.ContainsAnyExcept(_ofHosts)
        && name.LastIndexOf('.') is > 0 and var dot
        && name.Length - dot > 2
        && !name[(dot + 1)..].ContainsAnyExcept(_ofHosts)
        && char.IsAsciiLetter(name[^1]);

    /// <param name="sign">Where the sign is.</param>
    private static bool IsOne(ReadOnlySpan<char> word, int sign)
    {
        if (word.IndexOf("://") is > 0 and var colon)
            return sign >= colon - SchemeLength(word[..colon]);
        return word.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || word.Contains('\\')
            || word.IndexOf('@') is > 0 and var at && word[at..].Contains('.')
            || word.IndexOf('/') is > 0 and var slash && slash < sign && IsHost(word[..slash])
            || IsDocket(word, sign);
    }

    private static int SchemeLength(ReadOnlySpan<char> before)
    {
        var length = 0;
        while (length < before.Length && char.IsAsciiLetter(before[^(length + 1)]))
            length++;
        return length;
    }

    /// <summary>Digits around a colon, and a single hyphen: neither a time nor a range of times has both.</summary>
    private static bool IsDocket(ReadOnlySpan<char> word, int sign)
    {
        var (colon, hyphen) = (false, false);
        for (var i = 1; i < word.Length - 1; i++)
        {
            colon |= word[i] == ':' && char.IsAsciiDigit(word[i - 1]) && char.IsAsciiDigit(word[i + 1]);
            hyphen |= word[i] == '-' && word[i - 1] != '-' && word[i + 1] != '-';
        }
        return colon && hyphen && word[sign] == '-';
    }
}
