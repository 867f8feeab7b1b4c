using System.Globalization;
using System.Text.RegularExpressions;

namespace Advocacy.Generator.Reading;

/// <summary>Dates and times as writers write them.</summary>
public static partial class Instant
{
    // The form that .NET reads without the rules of a culture, which take some 10 ms to load.
    private const string RoundTrip = "O";

    /// <summary>A date means its midnight. A time without an offset is of the zone, the earlier one where the clocks go back.</summary>
    /// <returns>False for a time that the clocks skip, too.</returns>
    public static bool TryParse(string text, TimeZoneInfo zone, out DateTimeOffset instant)
    {
        instant = default;
        if (Written().Match(text) is not { Success: true } found)
            return false;
        var (day, time, seconds, offset) = (found.Groups["day"], found.Groups["time"], found.Groups["seconds"], found.Groups["offset"]);
        var whole = $"{day}T{(time.Success ? time : "00:00")}{(seconds.Success ? seconds : ":00")}.0000000{offset}";
        if (offset.Success)
        {
            var known = DateTimeOffset.TryParseExact(whole, RoundTrip, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
            instant = known ? TimeZoneInfo.ConvertTime(instant, zone) : default;
            return known;
        }
        if (!DateTime.TryParseExact(whole, RoundTrip, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || zone.IsInvalidTime(local))
            return false;
        instant = new DateTimeOffset(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local));
        return true;
    }

    /// <param name="text">As 2026-03-02.</param>
    public static bool TryParse(string text, out DateOnly day)
    {
        var known = DateTime.TryParseExact($"{text}T00:00:00.0000000", RoundTrip, CultureInfo.InvariantCulture, DateTimeStyles.None, out var midnight);
        day = DateOnly.FromDateTime(midnight);
        return known;
    }

    [GeneratedRegex("^(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:T(?<time>[0-9]{2}:[0-9]{2})(?<seconds>:[0-9]{2})?(?<offset>Z|[+-][0-9]{2}:[0-9]{2})?| (?<time>[0-9]{2}:[0-9]{2}))?\\z")]
    private static partial Regex Written();
}
