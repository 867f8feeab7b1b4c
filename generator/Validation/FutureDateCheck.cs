using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Validation;

/// <summary>
/// The dates of corrections, updates, filings, statuses and withdrawals are not in the future: a page would say that something happened
/// that has not happened yet. A page that is published later may have dates up to its own. It is checked long before it is public, so that
/// it cannot fail on the day it is due.
/// </summary>
internal sealed class FutureDateCheck : ISiteCheck
{
    public CheckStage Stage => CheckStage.Loaded;

    public void Check(CheckContext context)
    {
        // No earlier than the clock: a rehearsal of the past may have dates that came after.
        var now = context.Options.At > context.Options.Now ? context.Options.At : context.Options.Now;
        var zone = context.Input.Settings.TimeZone;
        var today = Dates.Day(now, zone);
        foreach (var entry in context.Input.Entries.Where(e => !e.Content.Draft))
        {
            var latest = entry.Content.Published is { } published && published > now ? Dates.Day(published, zone) : today;
            foreach (var (date, line) in entry.Happened.Where(h => h.Date > latest))
            {
                var until = latest == today ? $"in {zone.Id} it is" : "the page comes out on";
                entry.Problems.Add(
                    line,
                    $"Date \"{Dates.Iso(date)}\" lies ahead: {until} {Dates.Iso(latest)}",
                    "write the day on which it happened");
            }
        }
    }
}
