using System.Collections.Immutable;
using Advocacy.Generator.Reading;
using Advocacy.Theme.Content;
using Advocacy.Theme.Wording;

namespace Advocacy.Generator.Planning;

/// <summary>The site in each of its languages. What is not translated stands in the other editions' lists in the language it is in.</summary>
public static class Editions
{
    public static ImmutableArray<Site> Of(Input input, ImmutableArray<Content> contents, WordLists words, Gate gate, bool rehearsal)
    {
        var shown = contents.Where(gate.Shows).ToArray();
        return
        [
            .. input.Organisations.Select(organisation =>
            {
                var own = shown.Where(c => c.Root == organisation.Root).ToArray();
                var translated = own.Select(c => c.Original).ToHashSet(StringComparer.Ordinal);
                Content[] listed = [.. own, .. shown.Where(c => c.Root != organisation.Root && c.Url == c.Original && !translated.Contains(c.Url))];
                return new Site
                {
                    Organisation = organisation,
                    Pages = [.. own.OfType<Page>()],
                    PagesElsewhere = [.. listed.Skip(own.Length).OfType<Page>()],
                    Releases = [.. listed.OfType<PressRelease>().OrderByDescending(r => r.Date).ThenBy(r => r.Url, StringComparer.Ordinal)],
                    Petitions = [.. listed.OfType<Petition>().OrderByDescending(p => p.Filings.IsEmpty ? default : p.Filings[0].Date).ThenBy(p => p.Url, StringComparer.Ordinal)],
                    Campaigns = [.. input.Campaigns.Where(c => c.Root == "/" && gate.Shows(c)).Select(c => input.Campaigns.FirstOrDefault(t => t.Slug == c.Slug && t.Root == organisation.Root) ?? Leading(c, own))],
                    Words = words,
                    At = gate.At,
                    Rehearsal = rehearsal,
                };
            }),
        ];
    }

    /// <summary>A campaign that is not translated asks in its own language, and its banners lead to the readers' own pages where there are some.</summary>
    private static Campaign Leading(Campaign campaign, Content[] pages) => campaign with
    {
        Phases = [.. campaign.Phases.Select(phase => phase.Banner is { } banner && pages.FirstOrDefault(p => p.Original == banner.Link.Url)?.Url is { } own
            ? phase with { Banner = banner with { Link = banner.Link with { Url = own } } }
            : phase)],
    };
}
