using Advocacy.Generator.Loading;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Validation;

/// <summary>
/// What has happened has not happened tomorrow: a page would tell its readers so from now on. A page that is to come may tell of the days until then,
/// and is judged before it is public, so that none is refused on the day it is due: what is in order once stays so.
/// </summary>
public static class FutureDateCheck
{
    /// <param name="now">No earlier than the clock's: a rehearsal of the past may know what came after.</param>
    public static void Check(Input input, DateTimeOffset now)
    {
        var zone = input.Settings.TimeZone;
        var today = Dates.Day(now, zone);
        foreach (var entry in input.Entries.Where(e => !e.Content.Draft))
        {
            var shown = entry.Content.Published is { } published && published > now ? Dates.Day(published, zone) : today;
            foreach (var (date, line) in entry.Happened)
            {
                if (date > shown)
                    entry.Problems.Add(line, $"Date \"{Dates.Iso(date)}\" lies ahead: {(shown == today ? $"in {zone.Id} it is" : "the page comes out on")} {Dates.Iso(shown)}", "write the day on which it happened");
            }
        }
    }
}
