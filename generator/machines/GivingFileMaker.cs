using System.Collections.Immutable;
using Advocacy.Generator.Planning;
using Advocacy.Theme.Content;
using Advocacy.Theme.Giving;
using Advocacy.Theme.Wording;

namespace Advocacy.Generator.Machines;

/// <summary>What the donations need to know of the site, from what the gate lets through.</summary>
public static class GivingFileMaker
{
    /// <returns>Null where no gifts are taken online.</returns>
    public static GivingFile? Make(Site site, Assets assets) => site is { Organisation.Giving: not null, Asking: { } asking }
        ? new GivingFile
        {
            Organisation = site.Organisation,
            Assets = assets,
            Words = site.Words.All.ToImmutableSortedDictionary(
                words => words.In.Tag, words => words.Texts.ToImmutableSortedDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal), StringComparer.Ordinal),
            Campaigns = [asking, .. site.Campaigns.Where(c => c != asking)],
            Pages = [.. site.Pages.Where(p => p.Layout is PageLayout.Donate or PageLayout.Thanks or PageLayout.Manage)],
            Sources =
            [
                .. site.Releases.Select(r => r.Url).Concat(site.Petitions.Select(p => p.Url)).Select(Addresses.Slug)
                    .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            ],
        }
        : null;
}
