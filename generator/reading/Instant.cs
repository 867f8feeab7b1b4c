using System.Globalization;

namespace Advocacy.Generator.Reading;

/// <summary>Dates and times as writers write them.</summary>
public static class Instant
{
    private static readonly string[] _local = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];
    private static readonly string[] _withOffset = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"];

    /// <summary>A date means its midnight. A time without an offset is of the zone, the earlier one where the clocks go back.</summary>
    /// <returns>False for a time that the clocks skip, too.</returns>
    public static bool TryParse(string text, TimeZoneInfo zone, out DateTimeOffset instant)
    {
        if (DateTime.TryParseExact(text, _local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            var skipped = zone.IsInvalidTime(local);
            var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
            instant = skipped ? default : new DateTimeOffset(local, offset);
            return !skipped;
        }
        var known = DateTimeOffset.TryParseExact(text, _withOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
        instant = known ? TimeZoneInfo.ConvertTime(instant, zone) : default;
        return known;
    }
}
