using System.Globalization;

namespace Advocacy.Theme.Localization;

/// <summary>Dates as a machine reads them, always in the site's time zone.</summary>
public static class Dates
{
    /// <summary>For instance <c>2014-09-08</c>.</summary>
    public static string Machine(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>For instance <c>2014-09-08T09:00:00-05:00</c>.</summary>
    public static string Machine(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static DateOnly Day(DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
