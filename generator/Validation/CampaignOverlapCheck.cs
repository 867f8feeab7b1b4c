using System.Globalization;
using Advocacy.Content.Campaigns;
using Advocacy.Generator.Loading.Entries;

namespace Advocacy.Generator.Validation;

/// <summary>
/// Campaigns follow one another: of two at a time one would have no banner, and gifts that its page asks for would count toward the other.
/// </summary>
internal sealed class CampaignOverlapCheck : ISiteCheck
{
    public CheckStage Stage => CheckStage.Loaded;

    public void Check(CheckContext context)
    {
        var announced = context.Input.Announcements
            .Where(c => context.Gate.Drafts || !c.Value.Draft)
            .Where(c => c.Value.IsInDefaultEdition && !c.Value.IsAlwaysOpen && Start(c) != default)
            .OrderBy(Start).ThenBy(c => c.Value.Path, StringComparer.Ordinal).ToArray();
        foreach (var (number, later) in announced.Index())
        {
            foreach (var earlier in announced.Take(number).Where(c => End(c) > Start(later)))
                Report(earlier, later);
        }
    }

    private static void Report(Located<Campaign> earlier, Located<Campaign> later)
    {
        var end = TimeZoneInfo.ConvertTime(End(earlier), later.Value.Zone).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        later.Problems.Add(
            later.Line,
            $"the banner and the form are those of {earlier.Value.Path} until {end}",
            "announce this campaign then, or write an earlier ThanksUntil there");
    }

    private static DateTimeOffset Start(Located<Campaign> campaign) => campaign.Value.Phases[0].Starts;

    private static DateTimeOffset End(Located<Campaign> campaign) => campaign.Value.Phases[^1].Starts;
}
