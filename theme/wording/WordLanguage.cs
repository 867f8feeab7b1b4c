using System.Collections.Immutable;
using System.Globalization;

namespace Advocacy.Theme.Wording;

/// <summary>How a language writes numbers, dates and plurals: by CLDR, as the runtime has it.</summary>
/// <param name="Tag">BCP 47.</param>
public sealed record WordLanguage(string Tag)
{
    // A form that comes with none of these numbers is for fractions or millions, and may be left out.
    private const int Ordinary = 200;

    private readonly string _date = DayMonthYear(CultureOf(Tag));

    public CultureInfo Culture { get; } = CultureOf(Tag);

    /// <summary>The value of <c>dir</c> for a page: null for scripts that run from left to right.</summary>
    public string? PageDirection => Culture.TextInfo.IsRightToLeft ? "rtl" : null;

    /// <summary>The value of <c>dir</c> for a passage on a page of this language; null where it runs as the page does.</summary>
    public string? DirectionOf(string? language) => Direction.Within(Tag, language);

    /// <summary>For instance <c>1,234</c> or <c>1.234</c>.</summary>
    public string Number(long number) => number.ToString("N0", Culture);

    /// <summary>For instance <c>September 8, 2014</c> or <c>8 de septiembre de 2014</c>.</summary>
    public string Date(DateOnly date) => date.ToString(_date, Culture);

    /// <summary>For instance <c>9:00 AM</c>.</summary>
    public string Time(DateTimeOffset local) => local.ToString("t", Culture);

    public Plural PluralOf(int count) => PluralRules.Of(Tag, count);

    /// <summary>The forms that a word which counts must have.</summary>
    public ImmutableSortedSet<Plural> Plurals => [.. Enumerable.Range(0, Ordinary).Select(PluralOf), Plural.Other];

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
