using System.Globalization;
using Advocacy.Content.Documents;
using Advocacy.Content.Pages;
using Advocacy.Content.Petitions;
using Advocacy.Content.PressReleases;

namespace Advocacy.Theme.Localization;

/// <summary>Words put together for a thing of the site.</summary>
public static class Phrases
{
    /// <summary>"For immediate release", or whether the embargo still holds.</summary>
    /// <param name="at">The instant that the page is for.</param>
    public static string Embargo(PressRelease release, DateTimeOffset at, TimeZoneInfo zone, Words words)
    {
        if (!release.Embargo)
            return words.ImmediateRelease;
        return release.Date > at
            ? words.UnderEmbargo(Moment(release.Date, zone, words))
            : words.EmbargoLifted(words.In.Date(Dates.Day(release.Date, zone)));
    }

    public static string File(Download file, int? pages, Words words) => pages is { } count
        ? words.FileOfPages(count, file.Kind, Sizes.Of(file.Size, words.In.Culture))
        : words.FileOf(file.Kind, Sizes.Of(file.Size, words.In.Culture));

    /// <summary>The same without the brackets that it has behind a title.</summary>
    public static string FileFacts(Download file, int? pages, Words words) => File(file, pages, words).Trim('(', ')');

    /// <summary>To put into an article: the words in quotation marks, and who said them.</summary>
    public static string Quotation(Quotation quotation, Words words) =>
        words.QuotationBy(Inner(quotation.Words, words), Speaker(quotation, words));

    private static string Speaker(Quotation quotation, Words words)
    {
        string?[] parts = [quotation.Speaker, quotation.Role, quotation.Organization];
        return string.Join(words.Comma, parts.Where(part => part is not null));
    }

    // Within a quotation the language has other marks for what is quoted.
    private static string Inner(string quoted, Words words) => Localization.QuotationMarks.Of(words.QuotationMarks) is { } marks
        ? quoted
            .Replace(marks.Open, marks.InnerOpen, StringComparison.Ordinal)
            .Replace(marks.Close, marks.InnerClose, StringComparison.Ordinal)
        : quoted;

    /// <summary>How to cite a document, with the address of its page.</summary>
    /// <param name="filing">Null where the document was not filed.</param>
    public static string Citation(Document document, Filing? filing, string address, string site, Words words)
    {
        var date = words.In.Date(document.Date);
        return filing is null
            ? words.DocumentCitation(document.Title, date, site, address)
            : words.FilingCitation(filing.Title, filing.From, filing.To, date, site, address);
    }

    public static string FromTo(Filing filing, Words words) => words.FromTo(words.Filing(filing.Kind), filing.From, filing.To);

    /// <summary>Null where the document is in the page's own language.</summary>
    public static string? InLanguage(string language, string page, Words words) =>
        language == page ? null : Spoken(language) is { } spoken ? words.InLanguage(spoken) : words.InOtherLanguage(NameOf(language));

    /// <summary>The language's name in the reader's; its own where the word lists have none.</summary>
    public static string Language(string language, Words words) =>
        Spoken(language) is { } spoken ? words.LanguageIs(spoken) : NameOf(language);

    private static string NameOf(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language).NativeName;
        }
        // What has the form of a tag may still be none.
        catch (CultureNotFoundException)
        {
            return language;
        }
    }

    private static SpokenLanguage? Spoken(string language) => language.Split('-')[0] switch
    {
        "en" => SpokenLanguage.English,
        "es" => SpokenLanguage.Spanish,
        "fr" => SpokenLanguage.French,
        "pt" => SpokenLanguage.Portuguese,
        "de" => SpokenLanguage.German,
        "ar" => SpokenLanguage.Arabic,
        "he" => SpokenLanguage.Hebrew,
        "zh" => SpokenLanguage.Chinese,
        _ => null,
    };

    /// <summary>What a result of the search is: its kind, its date, and its language where that is another than the page's.</summary>
    public static string Found(SearchKind kind, DateOnly? date, string language, Words words)
    {
        string?[] parts = [words.Found(kind), date is { } day ? words.In.Date(day) : null, InLanguage(language, words.In.Tag, words)];
        return string.Join(" · ", parts.Where(part => part is not null));
    }

    /// <summary>For instance <c>8 September 2014, 09:00 Chicago time (UTC-05:00)</c>: no newsroom has to guess the zone.</summary>
    public static string Moment(DateTimeOffset instant, TimeZoneInfo zone, Words words)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return $"{DayAndTime(local, words)}{Place(zone, words)} (UTC{local:zzz})";
    }

    /// <summary>For instance <c>September 8, 2014, 9:00 AM</c>.</summary>
    public static string DayAndTime(DateTimeOffset local, Words words) =>
        words.In.Date(DateOnly.FromDateTime(local.DateTime)) + words.Comma + words.In.Time(local);

    // A zone has no name in the reader's language but its identifier, whose last part is a city.
    private static string Place(TimeZoneInfo zone, Words words)
    {
        var slash = zone.Id.LastIndexOf('/');
        return slash < 0 || zone.Id.StartsWith("Etc/", StringComparison.Ordinal)
            ? ""
            : $" {words.PlaceTime(zone.Id[(slash + 1)..].Replace('_', ' '))}";
    }
}
