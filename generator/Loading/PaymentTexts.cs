using Advocacy.Content.Giving;
using Advocacy.Generator.Loading.FrontMatter;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Loading;

/// <summary>
/// How long the texts of a payment page may be, so that they stand there as written: the donations would cut what Stripe does not take.
/// </summary>
internal static class PaymentTexts
{
    /// <summary>Of the organization's names and the titles of designations, in characters.</summary>
    private const int Longest = 200;

    /// <summary>Of the words around them, in characters.</summary>
    private static readonly Dictionary<string, int> _longestWords = new(StringComparer.Ordinal)
    {
        [nameof(Words.GiftTo)] = StripeLimits.Name - Longest,
        [nameof(Words.MonthlyGiftTo)] = StripeLimits.Name - Longest,
        [nameof(Words.FeeIncluded)] = StripeLimits.PaymentDescription,
        [nameof(Words.Receipt)] = StripeLimits.InvoiceFooter - 2 * Longest,
    };

    /// <summary>Reports each of the fields whose text is too long.</summary>
    public static void Check(Fields fields, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (fields.TextOrNull(name) is { } text && Problem(name, text, Longest) is { } problem)
                fields.Problems.Add(fields.LineOf(name), problem, "shorten it");
        }
    }

    /// <returns>What is wrong with a text of a word list, as a sentence without its full stop; null where nothing is.</returns>
    public static string? ProblemOfWords(string key, string text) =>
        _longestWords.TryGetValue(key, out var longest) ? Problem(key, text, longest) : null;

    private static string? Problem(string name, string text, int longest) => text.Length > longest
        ? $"{name} has {text.Length} characters, and a payment page has room for {longest}"
        : null;
}
