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
    public static GivingFile? Make(ImmutableArray<Site> editions, Assets assets) => editions[0] is { Organisation.Giving: not null, Asking: not null } site
        ? new GivingFile
        {
            Editions = [.. editions.Select(Edition)],
            Assets = assets,
            Words = site.Words.All.ToDictionary(words => words.In.Tag, words => words.Texts),
            Sources =
            [
                .. site.Releases.Select(r => r.Url).Concat(site.Petitions.Select(p => p.Url)).Select(Addresses.Slug)
                    .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            ],
        }
        : null;

    private static GivingEdition Edition(Site site) => new(
        site.Language, site.Organisation, [site.Asking!, .. site.Campaigns.Where(c => c != site.Asking)],
        [.. site.Pages.Where(p => p.Layout is PageLayout.Donate or PageLayout.Thanks or PageLayout.Manage)]);
}
