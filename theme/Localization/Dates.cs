using System.Globalization;

namespace Advocacy.Theme.Localization;

/// <summary>Dates as a machine reads them: ISO 8601.</summary>
public static class Dates
{
    /// <summary>For instance <c>2014-09-08</c>.</summary>
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>For instance <c>2014-09-08T09:00:00-05:00</c>.</summary>
    public static string Iso(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The same, as the clocks of the site's zone say it.</summary>
    public static string Iso(DateTimeOffset instant, TimeZoneInfo zone) => Iso(TimeZoneInfo.ConvertTime(instant, zone));

    /// <summary>In UTC and whole seconds, for instance <c>2014-09-08T14:00:00Z</c>.</summary>
    public static string Utc(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static DateOnly Day(DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
