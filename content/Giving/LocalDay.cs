namespace Advocacy.Content.Giving;

/// <summary>A day as a zone has it: not always from midnight, and not always 24 hours.</summary>
public static class LocalDay
{
    /// <returns>The first instant of the day: its midnight, the earlier of two, or the end of the gap where the clocks skip it.</returns>
    public static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        if (zone.IsAmbiguousTime(local))
            return new DateTimeOffset(local, zone.GetAmbiguousTimeOffsets(local).Max());
        // Where midnight is skipped, the offset before the gap still says at which instant the clocks are moved.
        var offset = zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddHours(-3)) : zone.GetUtcOffset(local);
        return TimeZoneInfo.ConvertTime(new DateTimeOffset(local, offset), zone);
    }
}
