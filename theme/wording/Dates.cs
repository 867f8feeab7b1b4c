using System.Globalization;

namespace Advocacy.Theme.Wording;

/// <summary>Dates as a reader and as a machine reads them, always in the site's time zone.</summary>
public static class Dates
{
    /// <summary>For instance <c>8 September 2014</c>.</summary>
    public static string Written(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>For instance <c>2014-09-08</c>.</summary>
    public static string Machine(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>For instance <c>2014-09-08T09:00:00-05:00</c>.</summary>
    public static string Machine(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static DateOnly Day(DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>For instance <c>8 September 2014, 09:00 Chicago time (UTC-05:00)</c>: no newsroom has to guess the zone.</summary>
    public static string Moment(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return string.Create(CultureInfo.InvariantCulture, $"{local:d MMMM yyyy, HH:mm}{Place(zone)} (UTC{local:zzz})");
    }

    // With invariant globalisation a zone has no name but its identifier, whose last part is a city.
    private static string Place(TimeZoneInfo zone)
    {
        var slash = zone.Id.LastIndexOf('/');
        return slash < 0 || zone.Id.StartsWith("Etc/", StringComparison.Ordinal)
            ? ""
            : $" {zone.Id[(slash + 1)..].Replace('_', ' ')} time";
    }
}
