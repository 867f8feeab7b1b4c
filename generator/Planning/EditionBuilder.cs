using System.Collections.Immutable;
using Advocacy.Content.Campaigns;
using Advocacy.Content.Pages;
using Advocacy.Content.Petitions;
using Advocacy.Content.PressReleases;
using Advocacy.Generator.Loading;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Planning;

/// <summary>
/// The site in each of its languages. What is not translated stands in the other editions' lists in the language it is in.
/// </summary>
public static class EditionBuilder
{
    public static ImmutableArray<Edition> Of(Input input, ImmutableArray<ContentItem> contents, WordLists words, Gate gate, bool rehearsal)
    {
        var shown = contents.Where(gate.Shows).ToArray();
        return
        [
            .. input.Editions.Select(settings =>
            {
                var own = shown.Where(c => c.Root == settings.Root).ToArray();
                var translated = own.Select(c => c.Original).ToHashSet(StringComparer.Ordinal);
                ContentItem[] listed = [.. own, .. shown.Where(
                    c => c.Root != settings.Root && c.Url == c.Original && !translated.Contains(c.Url))];
                return new Edition
                {
                    Settings = settings,
                    Pages = [.. own.OfType<Page>()],
                    PagesElsewhere = [.. listed.Skip(own.Length).OfType<Page>()],
                    Releases = [.. listed.OfType<PressRelease>().OrderByDescending(r => r.Date).ThenBy(r => r.Url, StringComparer.Ordinal)],
                    Petitions = [.. listed.OfType<Petition>().OrderByDescending(
                        p => p.Filings.IsEmpty ? default : p.Filings[0].Date).ThenBy(p => p.Url, StringComparer.Ordinal)],
                    Campaigns =
                    [
                        .. input.Campaigns.Where(c => c.IsInDefaultEdition && gate.Shows(c))
                            .Select(c => input.Campaigns.FirstOrDefault(
                                t => t.Slug == c.Slug && t.Root == settings.Root) ?? Leading(c, own)),
                    ],
                    Words = words,
                    At = gate.At,
                    Rehearsal = rehearsal,
                };
            }),
        ];
    }

    /// <summary>
    /// A campaign that is not translated asks in its own language, and its banners lead to the readers' own pages where there are some.
    /// </summary>
    private static Campaign Leading(Campaign campaign, ContentItem[] pages) => campaign with
    {
        Phases = [.. campaign.Phases.Select(phase => Leading(phase, pages))],
    };

    private static CampaignPhase Leading(CampaignPhase phase, ContentItem[] pages) =>
        phase.Banner is { } banner && pages.FirstOrDefault(p => p.Original == banner.Link.Url)?.Url is { } own
            ? phase with { Banner = banner with { Link = banner.Link with { Url = own } } }
            : phase;
}
