using System.Collections.Immutable;
using Advocacy.Generator.Planning;
using Advocacy.Theme.Content;
using Advocacy.Theme.Giving;
using Advocacy.Theme.Wording;

namespace Advocacy.Generator.Machines;

/// <summary>What the donations need to know of the site, from what the gate lets through.</summary>
public static class GivingFileMaker
{
    /// <param name="bodies">The texts of pages by their addresses.</param>
    /// <returns>Null where no gifts are taken online.</returns>
    public static GivingFile? Make(ImmutableArray<Site> editions, Assets assets, IReadOnlyDictionary<string, Body> bodies) => editions[0] is { Organisation.Giving: not null, Asking: not null } own
        ? new GivingFile
        {
            Built = own.At.ToUniversalTime(),
            Editions = [.. editions.Select(site => Edition(site, bodies))],
            Assets = assets,
            Words = own.Words.All.ToDictionary(words => words.In.Tag, words => words.Texts),
            Sources =
            [
                .. own.Releases.Select(r => r.Url).Concat(own.Petitions.Select(p => p.Url)).Select(Addresses.Source)
                    .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            ],
        }
        : null;

    /// <summary>Whether the functions show the page, too.</summary>
    public static bool IsOfGiving(Page page) => page.Layout is PageLayout.Donate or PageLayout.Thanks or PageLayout.Manage;

    private static GivingEdition Edition(Site site, IReadOnlyDictionary<string, Body> bodies) => new(
        site.Language, site.Organisation, [.. site.Campaigns.OrderByDescending(c => c == site.Asking).Select(c => c with { Path = "" })],
        [.. site.Pages.Where(IsOfGiving).Select(p => p with { Path = "", Body = bodies.GetValueOrDefault(p.Url, p.Body) })]);
}
