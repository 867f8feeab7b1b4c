using Advocacy.Generator.Reading;
using Advocacy.Theme.Wording;

namespace Advocacy.Generator.Planning;

/// <summary>
/// What has happened has not happened tomorrow: a page would tell its readers so from now on. Pages that are not public yet are judged, too, so that none is
/// refused on the day it is due: what is in order once stays so.
/// </summary>
public static class Happenings
{
    public static void Check(Input input, Gate gate)
    {
        var zone = input.Organisation.TimeZone;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(gate.At, zone).DateTime);
        foreach (var entry in input.Entries)
        {
            foreach (var (date, line) in entry.Happened)
            {
                if (date > today)
                    entry.Problems.Add(line, $"Date \"{Dates.Machine(date)}\" lies ahead: in {zone.Id} it is {Dates.Machine(today)}", "write the day on which it happened");
            }
        }
    }
}
