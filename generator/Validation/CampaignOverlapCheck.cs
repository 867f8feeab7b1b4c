using System.Globalization;
using Advocacy.Content.Campaigns;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Planning;

namespace Advocacy.Generator.Validation;

/// <summary>Campaigns follow one another: of two at a time one would have no banner, and gifts that its page asks for would count toward the other.</summary>
public static class CampaignOverlapCheck
{
    public static void Check(Input input, Gate gate)
    {
        var announced = input.Announcements.Where(c => (gate.Drafts || !c.Value.Draft) && c.Value.Root == "/" && !c.Value.IsAlwaysOpen && Start(c) != default)
            .OrderBy(Start).ThenBy(c => c.Value.Path, StringComparer.Ordinal).ToArray();
        foreach (var (number, later) in announced.Index())
        {
            foreach (var earlier in announced.Take(number).Where(c => End(c) > Start(later)))
            {
                var end = TimeZoneInfo.ConvertTime(End(earlier), later.Value.Zone).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
                later.Problems.Add(later.Line, $"the banner and the form are those of {earlier.Value.Path} until {end}", "announce this campaign then, or write an earlier ThanksUntil there");
            }
        }
    }

    private static DateTimeOffset Start(Located<Campaign> campaign) => campaign.Value.Phases[0].Starts;

    private static DateTimeOffset End(Located<Campaign> campaign) => campaign.Value.Phases[^1].Starts;
}
