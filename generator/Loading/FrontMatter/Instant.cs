using System.Globalization;
using System.Text.RegularExpressions;
using LocalDay = Advocacy.Content.Giving.LocalDay;

namespace Advocacy.Generator.Loading.FrontMatter;

/// <summary>Dates and times as writers write them.</summary>
public static partial class Instant
{
    // The form that .NET reads without the rules of a culture, which take some 10 ms to load.
    private const string RoundTrip = "O";

    /// <summary>
    /// A date means the start of its day. A time without an offset is of the zone, the earlier one where the clocks go back.
    /// </summary>
    /// <returns>False for a time that the clocks skip, too.</returns>
    public static bool TryParse(string text, TimeZoneInfo zone, out DateTimeOffset instant)
    {
        instant = default;
        var found = Written().Match(text);
        if (found.Groups["offset"].Success)
        {
            var known = DateTimeOffset.TryParseExact(
                Whole(found),
                RoundTrip,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out instant);
            instant = known ? TimeZoneInfo.ConvertTime(instant, zone) : default;
            return known;
        }
        if (Local(found) is not { } local)
            return false;
        if (!found.Groups["time"].Success)
            instant = LocalDay.Start(DateOnly.FromDateTime(local), zone);
        else if (!zone.IsInvalidTime(local))
            instant = new DateTimeOffset(
                local,
                zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local));
        return instant != default;
    }

    /// <summary>Why a text is no instant, and what to write.</summary>
    public static (string What, string Fix) Refusal(string text, TimeZoneInfo zone)
    {
        if (Local(Written().Match(text)) is not { } local || !zone.IsInvalidTime(local))
            return ("is not a date and time", "write it as 2026-03-02T09:00");
        var before = local.Date.AddMinutes((int)local.TimeOfDay.TotalMinutes);
        var after = before;
        while (zone.IsInvalidTime(before.AddMinutes(-1)))
            before = before.AddMinutes(-1);
        while (zone.IsInvalidTime(after))
            after = after.AddMinutes(1);
        FormattableString what = $"does not come: that night the clocks in {zone.Id} go from {before:HH:mm} to {after:HH:mm}";
        FormattableString fix = before.TimeOfDay == TimeSpan.Zero
            ? (FormattableString)$"write {after:yyyy-MM-dd'T'HH:mm}, or a time of the day before"
            : $"write {after:yyyy-MM-dd'T'HH:mm}, or a time before {before:HH:mm}";
        return (what.ToString(CultureInfo.InvariantCulture), fix.ToString(CultureInfo.InvariantCulture));
    }

    /// <param name="text">As 2026-03-02.</param>
    public static bool TryParse(string text, out DateOnly day)
    {
        var known = DateTime.TryParseExact(
            $"{text}T00:00:00.0000000",
            RoundTrip,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var midnight);
        day = DateOnly.FromDateTime(midnight);
        return known;
    }

    /// <returns>What a clock would show; null where the text is not one of a clock.</returns>
    private static DateTime? Local(Match found) =>
        DateTime.TryParseExact(Whole(found), RoundTrip, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? local : null;

    private static string Whole(Match found)
    {
        var (day, time, seconds, offset) = (found.Groups["day"], found.Groups["time"], found.Groups["seconds"], found.Groups["offset"]);
        return $"{day}T{(time.Success ? time : "00:00")}{(seconds.Success ? seconds : ":00")}.0000000{offset}";
    }

    // At the ends of the calendar a zone's offset leads out of it.
    [GeneratedRegex(
        "^(?<day>[12][0-9]{3}-[0-9]{2}-[0-9]{2})"
        + "(?:T(?<time>[0-9]{2}:[0-9]{2})(?<seconds>:[0-9]{2})?(?<offset>Z|[+-][0-9]{2}:[0-9]{2})?| (?<time>[0-9]{2}:[0-9]{2}))?\\z")]
    private static partial Regex Written();
}
