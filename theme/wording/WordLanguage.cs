using System.Globalization;

namespace Advocacy.Theme.Wording;

/// <summary>How a language writes numbers, dates and plurals: by CLDR, as the runtime has it.</summary>
/// <param name="Tag">BCP 47.</param>
public sealed record WordLanguage(string Tag)
{
    private readonly string _date = DayMonthYear(CultureInfo.GetCultureInfo(Tag));

    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(Tag);

    /// <summary>For instance <c>1,234</c> or <c>1.234</c>.</summary>
    public string Number(long number) => number.ToString("N0", Culture);

    /// <summary>For instance <c>September 8, 2014</c> or <c>8 de septiembre de 2014</c>.</summary>
    public string Date(DateOnly date) => date.ToString(_date, Culture);

    /// <summary>For instance <c>September 8, 2014, 9:00 AM</c>.</summary>
    public string DayAndTime(DateTimeOffset local) => $"{local.ToString(_date, Culture)}, {local.ToString("t", Culture)}";

    /// <summary>CLDR's cardinal rules for whole numbers; a language that is not here has one form for 1 and one for all else.</summary>
    public Plural PluralOf(int count) => (Tag.Split('-')[0], count % 10, count % 100) switch
    {
        ("zh" or "ja" or "ko" or "vi" or "th" or "id", _, _) => Plural.Other,
        ("fr" or "pt", _, _) => count is 0 or 1 ? Plural.One : Plural.Other,
        ("he", _, _) => count switch { 1 => Plural.One, 2 => Plural.Two, _ => Plural.Other },
        ("ar", _, var hundredth) => (count, hundredth) switch
        {
            (0, _) => Plural.Zero,
            (1, _) => Plural.One,
            (2, _) => Plural.Two,
            (_, >= 3 and <= 10) => Plural.Few,
            (_, >= 11) => Plural.Many,
            _ => Plural.Other,
        },
        ("ru" or "uk", 1, not 11) => Plural.One,
        ("pl", _, _) when count == 1 => Plural.One,
        ("ru" or "uk" or "pl", >= 2 and <= 4, not (>= 12 and <= 14)) => Plural.Few,
        ("ru" or "uk" or "pl", _, _) => Plural.Many,
        _ => count == 1 ? Plural.One : Plural.Other,
    };

    /// <summary>CLDR's long date; the day of the week, which .NET puts before or after it, is left out.</summary>
    private static string DayMonthYear(CultureInfo culture) =>
        culture.DateTimeFormat.LongDatePattern.Replace("dddd", "", StringComparison.Ordinal).Trim(' ', ',', '،', '、');
}
