using System.Collections.Immutable;
using Advocacy.Content.Giving;
using Advocacy.Content.GivingData;
using Advocacy.Content.Pages;
using Advocacy.Content.Settings;
using Advocacy.Generator.Planning;

namespace Advocacy.Generator.Outputs;

/// <summary>What the donations need to know of the edition, from what the gate lets through.</summary>
public static class GivingFileBuilder
{
    /// <param name="bodies">The texts of pages by their addresses.</param>
    /// <returns>Null where no gifts are taken online.</returns>
    public static GivingFile? Build(ImmutableArray<Edition> editions, Assets assets, IReadOnlyDictionary<string, Body> bodies) =>
        editions[0] is { Settings.Giving: not null, CurrentCampaign: not null } own
        ? new GivingFile
        {
            Built = own.At.ToUniversalTime(),
            Editions = [.. editions.Select(edition => Edition(edition, bodies))],
            Assets = assets,
            Words = own.Words.All.ToDictionary(words => words.In.Tag, words => words.Texts),
            Sources =
            [
                .. own.Releases.Select(r => GiftSource.OfRelease(r.Url)).Concat(own.Petitions.Select(p => GiftSource.OfPetition(p.Url)))
                    .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            ],
        }
        : null;

    /// <summary>Whether the functions show the page, too.</summary>
    public static bool IsShownByFunctions(ContentItem content) =>
        content is Page { Layout: PageLayout.Donate or PageLayout.Thanks or PageLayout.Manage };

    private static GivingEdition Edition(Edition edition, IReadOnlyDictionary<string, Body> bodies) => new(
        edition.Language, edition.Settings,
        [
            .. edition.Campaigns.OrderByDescending(c => c == edition.CurrentCampaign).Select(c => c with { Path = "" }),
        ],
        [
            .. edition.Pages.Where(IsShownByFunctions)
                .Select(page => new GivingPage(page, bodies.GetValueOrDefault(page.Url, Body.Empty)) { Path = "" }),
        ]);
}
