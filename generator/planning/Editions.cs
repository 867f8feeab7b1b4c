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
        var roots = input.Organisations.Select(o => o.Root).ToArray();
        return
        [
            .. input.Organisations.Select(organisation =>
            {
                var own = shown.Where(c => RootOf(c, roots) == organisation.Root).ToArray();
                var translated = own.Select(c => c.Original).ToHashSet(StringComparer.Ordinal);
                Content[] listed = organisation.Root == "/" ? own : [.. own, .. shown.Where(c => RootOf(c, roots) == "/" && !translated.Contains(c.Url))];
                return new Site
                {
                    Language = organisation.Root == "/" ? organisation.Languages[0] : organisation.Root.Trim('/'),
                    Organisation = organisation,
                    Pages = [.. own.OfType<Page>()],
                    Releases = [.. listed.OfType<PressRelease>().OrderByDescending(r => r.Date).ThenBy(r => r.Url, StringComparer.Ordinal)],
                    Petitions = [.. listed.OfType<Petition>().OrderByDescending(p => p.Filings.IsEmpty ? default : p.Filings[0].Date).ThenBy(p => p.Url, StringComparer.Ordinal)],
                    Campaigns = [.. input.Campaigns.Where(c => c.Root == "/" && gate.Shows(c)).Select(c => In(organisation, c, input.Campaigns))],
                    Words = words,
                    At = gate.At,
                    Rehearsal = rehearsal,
                };
            }),
        ];
    }

    private static Campaign In(Organisation organisation, Campaign campaign, IEnumerable<Campaign> all) =>
        all.FirstOrDefault(c => c.Slug == campaign.Slug && c.Root == organisation.Root) ?? campaign with { Root = organisation.Root };

    private static string RootOf(Content content, string[] roots) =>
        roots.FirstOrDefault(root => root != "/" && content.Url.StartsWith(root, StringComparison.Ordinal)) ?? "/";
}
