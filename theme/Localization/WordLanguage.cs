using System.Globalization;
using Advocacy.Content.Giving;

namespace Advocacy.Theme.Localization;

/// <summary>How a language writes numbers, sums, dates and plurals: by CLDR, as the runtime has it.</summary>
public sealed class WordLanguage
{
    private const string Placeholder = "{number}";
    private const string LeftToRightMark = "\u200E";
    private const string RightToLeftMark = "\u200F";

    // The runtime takes as long to look these up as to read a hundred texts, and nobody asks for them at once.
    private readonly Task<(CultureInfo Culture, string Date)> _known;

    public WordLanguage(string tag, string? locale = null)
    {
        (Tag, Locale, PageDirection) = (tag, locale, Direction.Of(locale ?? tag) is "rtl" and var direction ? direction : null);
        _known = Task.Run(() =>
        {
            var culture = CultureOf(locale ?? tag);
            return (culture, DayMonthYear(culture));
        });
    }

    /// <summary>BCP 47.</summary>
    public string Tag { get; }

    /// <summary>The language as a country writes it, <c>es-US</c>; null where the language alone tells.</summary>
    public string? Locale { get; }

    public CultureInfo Culture => _known.GetAwaiter().GetResult().Culture;

    /// <summary>The value of <c>dir</c> for a page: null for scripts that run from left to right.</summary>
    public string? PageDirection { get; }

    /// <summary>For instance <c>1,234</c> or <c>1.234</c>.</summary>
    public string Number(long number) => number.ToString("N0", Culture);

    /// <summary>For instance <c>$1,500</c>, <c>$51.80</c> or <c>1.500 €</c>: whole units without a fraction.</summary>
    public string Sum(Money sum)
    {
        var currency = Currency.Of(sum.Currency);
        var units = currency.MinorPerMajor;
        var number = sum.Minor % units == 0
            ? (sum.Minor / units).ToString("N0", Culture)
            : (sum.Minor / (decimal)units).ToString($"N{currency.Places}", Culture);
        return SumOf(sum.Currency).Replace(Placeholder, number, StringComparison.Ordinal);
    }

    /// <summary>How numbers are written, for scripts, whose runtimes know CLDR, too.</summary>
    public string ScriptLocale => $"{Locale ?? Tag}-u-ca-gregory-nu-latn";

    /// <summary>The attributes by which a script writes sums as the pages do.</summary>
    public Dictionary<string, object> SumsOf(string currency) => new()
    {
        ["data-locale"] = ScriptLocale,
        ["data-written"] = SumOf(currency),
        ["data-units"] = Money.MinorPerMajor(currency),
    };

    // How a sum stands around its number.
    private string SumOf(string currency)
    {
        var sign = SignOf(currency);
        var pattern = Culture.NumberFormat.CurrencyPositivePattern;
        var isBefore = pattern is 0 or 2;
        // A sign of letters never touches the number.
        var between = pattern is 2 or 3 || char.IsLetter(isBefore ? sign[^1] : sign[0]) ? "\u00A0" : "";
        // The dollar of "US$" would go to the other side of its letters.
        if (PageDirection is not null)
            sign += LeftToRightMark;
        return (PageDirection is null ? "" : RightToLeftMark) + (isBefore ? sign + between + Placeholder : Placeholder + between + sign);
    }

    /// <summary>For instance <c>2.2%</c> or <c>2,2 %</c>.</summary>
    /// <param name="basisPoints">Hundredths of a percent.</param>
    public string Percent(int basisPoints)
    {
        var digits = basisPoints % 100 == 0 ? "P0" : basisPoints % 10 == 0 ? "P1" : "P2";
        return (basisPoints / 10_000m).ToString(digits, Culture).Replace(' ', '\u00A0');
    }

    /// <summary>A country's own currency as it writes it; of any other the runtime knows no sign, so ours stands.</summary>
    public string SignOf(string currency) => !Culture.IsNeutralCulture && new RegionInfo(Culture.Name).ISOCurrencySymbol == currency
        ? Culture.NumberFormat.CurrencySymbol
        : Money.Sign(currency);

    /// <summary>For instance <c>September 8, 2014</c> or <c>8 de septiembre de 2014</c>.</summary>
    public string Date(DateOnly date)
    {
        var (culture, format) = _known.GetAwaiter().GetResult();
        return date.ToString(format, culture);
    }

    /// <summary>For instance <c>9:00 AM</c>.</summary>
    public string Time(DateTimeOffset local) => local.ToString("t", Culture);

    public Plural PluralOf(int count) => PluralRules.Of(Tag, count);

    // Sums, years in addresses and telephone numbers come in Latin digits and by the Gregorian calendar: all else on a page does, too.
    private static CultureInfo CultureOf(string tag)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo($"{tag}-u-nu-latn").Clone();
        if (culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault() is { } gregorian)
            culture.DateTimeFormat.Calendar = gregorian;
        return CultureInfo.ReadOnly(culture);
    }

    /// <summary>CLDR's long date; the day of the week, which .NET puts before or after it, is left out.</summary>
    private static string DayMonthYear(CultureInfo culture) =>
        culture.DateTimeFormat.LongDatePattern.Replace("dddd", "", StringComparison.Ordinal).Trim(' ', ',', '،', '、');
}
