using System.Collections.Immutable;

namespace Advocacy.Theme.Localization;

/// <summary>The word lists of a site, the site's own language first.</summary>
public sealed record WordLists(ImmutableArray<Words> All)
{
    /// <summary>Every word is its own key.</summary>
    public static WordLists Blank { get; } = new([new Words("en", WordListKey.Site.ToDictionary(s => s.Key, s => s.Key == nameof(Words.Locale) ? "en-US" : s.Key, StringComparer.Ordinal))]);

    /// <returns>Null where the list is wanting, and nothing is published.</returns>
    public QuotationMarks? MarksOf(string language) => QuotationMarks.Of(For(language).QuotationMarks);

    /// <summary>In the language asked for, or in the site's own where there is no list for it.</summary>
    public Words For(string language)
    {
        foreach (var words in All)
        {
            if (words.In.Tag == language)
                return words;
        }
        return All[0];
    }
}
