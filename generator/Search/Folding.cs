using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Advocacy.Generator.Search;

/// <summary>What a word is looked for by: small letters, without accents. The browser's script does the same.</summary>
public static class Folding
{
    /// <summary>In UTF-16 units.</summary>
    public const int LongestWord = 40;

    /// <summary>Letters that Unicode does not take apart. Handed to the script.</summary>
    public static IReadOnlyDictionary<char, string> Letters { get; } = new Dictionary<char, string>
    {
        ['٠'] = "0", ['١'] = "1", ['٢'] = "2", ['٣'] = "3", ['٤'] = "4", ['٥'] = "5", ['٦'] = "6", ['٧'] = "7", ['٨'] = "8", ['٩'] = "9",
        ['۰'] = "0", ['۱'] = "1", ['۲'] = "2", ['۳'] = "3", ['۴'] = "4", ['۵'] = "5", ['۶'] = "6", ['۷'] = "7", ['۸'] = "8", ['۹'] = "9",
        ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['ł'] = "l", ['đ'] = "d", ['ð'] = "d",
        ['þ'] = "th", ['ı'] = "i", ['ς'] = "σ", ['ـ'] = "",
    }.ToFrozenDictionary();

    private static readonly SearchValues<char> _ascii = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>Between the thousands of a number.</summary>
    private static readonly SearchValues<char> _groupSigns = SearchValues.Create(",.'’\u00A0\u2009\u202F");

    public static string Fold(ReadOnlySpan<char> word)
    {
        var whole = word.ContainsAny(_groupSigns) ? string.Concat(word.ToString().Where(c => !_groupSigns.Contains(c))) : word.ToString();
        var folded = Plain(whole, NormalizationForm.FormKD);
        return folded.Length > LongestWord ? folded[..LongestWord] : folded;
    }

    /// <summary>Small letters without accents; all other characters stay.</summary>
    /// <param name="form">That takes letters apart: D, or KD for ligatures and the like, too.</param>
    public static string Plain(string text, NormalizationForm form)
    {
        var plain = new StringBuilder();
        foreach (var rune in text.Normalize(form).EnumerateRunes())
        {
            if (IsMark(Rune.GetUnicodeCategory(rune)))
                continue;
            var small = Rune.ToLowerInvariant(rune);
            if (small.IsBmp && Letters.TryGetValue((char)small.Value, out var letters))
                plain.Append(letters);
            else
                plain.Append(small);
        }
        return plain.ToString();
    }

    /// <summary>Takes the next word off a text, or the next number with the signs between its thousands.</summary>
    /// <returns>Empty where there is none left.</returns>
    public static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && LengthAt(text) == 0)
            text = text[1..];
        var rest = text;
        while (!rest.IsEmpty && LengthAt(rest) is > 0 and var length)
            rest = rest[length..];
        if (text.Length - rest.Length is > 0 and <= 3 && IsDigits(text[..^rest.Length]))
            rest = BehindThousands(rest);
        var word = text[..^rest.Length];
        text = rest;
        return word;
    }

    /// <summary>24,000 is one word, as 24000 is.</summary>
    private static ReadOnlySpan<char> BehindThousands(ReadOnlySpan<char> rest)
    {
        while (rest.Length >= 4
            && _groupSigns.Contains(rest[0])
            && IsDigits(rest[1..4])
            && (rest.Length == 4 || LengthAt(rest[4..]) == 0))
            rest = rest[4..];
        return rest;
    }

    private static bool IsDigits(ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('0', '9');

    /// <summary>How many UTF-16 units of letters, digits and marks come next, or the first few of them; 0 where there are none.</summary>
    private static int LengthAt(ReadOnlySpan<char> text)
    {
        if (char.IsAscii(text[0]))
            return text.IndexOfAnyExcept(_ascii) is >= 0 and var end ? end : text.Length;
        return Rune.DecodeFromUtf16(text, out var rune, out var length) == OperationStatus.Done
            && IsOfWord(Rune.GetUnicodeCategory(rune)) ? length : 0;
    }

    private static bool IsOfWord(UnicodeCategory category) => category <= UnicodeCategory.OtherNumber;

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
