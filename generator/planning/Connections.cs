using System.Collections.Immutable;
using Advocacy.Theme.Content;

namespace Advocacy.Generator.Planning;

/// <summary>Which releases, petitions and topics name one another: looked up, since a search for each would take forever on a large site.</summary>
internal sealed class Connections(Site site)
{
    private readonly ILookup<string, int> _releases = Ranks(site.Releases);
    private readonly ILookup<string, int> _petitions = Ranks(site.Petitions);
    private readonly ILookup<string, PressRelease> _releasesByPetition =
        site.Releases.SelectMany(r => r.Petitions.Select(url => (url, r))).ToLookup(x => x.url, x => x.r, StringComparer.Ordinal);
    private readonly ILookup<string, PressRelease> _releasesByTopic =
        site.Releases.SelectMany(r => r.Topics.Select(t => t.Slug).Distinct().Select(slug => (slug, r))).ToLookup(x => x.slug, x => x.r, StringComparer.Ordinal);

    /// <returns>Newest first, as everywhere.</returns>
    public ImmutableArray<PressRelease> Related(PressRelease release) => Named(release.Related, _releases, site.Releases);

    /// <returns>The releases that the petition names, and those that name it; newest first.</returns>
    public ImmutableArray<PressRelease> Related(Petition petition) =>
        Named(petition.Related.Concat(_releasesByPetition[petition.Original].Select(r => r.Original)), _releases, site.Releases);

    public ImmutableArray<Petition> Petitions(PressRelease release) => Named(release.Petitions, _petitions, site.Petitions);

    public ImmutableArray<PressRelease> Releases(Topic topic) => [.. _releasesByTopic[topic.Slug]];

    private static ImmutableArray<T> Named<T>(IEnumerable<string> originals, ILookup<string, int> ranks, ImmutableArray<T> all) =>
        [.. originals.SelectMany(original => ranks[original]).Distinct().Order().Select(rank => all[rank])];

    /// <summary>A language without an edition of its own has its translations beside their originals, under the same name.</summary>
    private static ILookup<string, int> Ranks<T>(ImmutableArray<T> all) where T : Content =>
        Enumerable.Range(0, all.Length).ToLookup(rank => all[rank].Original, StringComparer.Ordinal);
}
