using System.Collections.Immutable;

namespace Advocacy.Theme.Localization;

/// <summary>The word lists of a site, the site's own language first.</summary>
public sealed record WordLists(ImmutableArray<Words> All)
{
    /// <summary>Every word is its own key.</summary>
    public static WordLists Blank { get; } =
        new([new Words("en", WordListKey.Site.ToDictionary(word => word.Key, BlankText, StringComparer.Ordinal))]);

    /// <returns>Null where the list lacks them, and nothing is published.</returns>
    public QuotationMarks? MarksOf(string language) => QuotationMarks.Of(For(language).QuotationMarks);

    private static string BlankText(WordListKey word) => word.Key == nameof(Words.Locale) ? "en-US" : word.Key;

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
