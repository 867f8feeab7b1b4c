using System.Collections.Immutable;
using Advocacy.Theme.Content;

namespace Advocacy.Generator.Planning;

/// <summary>Which releases, petitions and topics name one another: looked up, since a search for each would take forever on a large site.</summary>
internal sealed class Connections(Site site)
{
    private readonly Dictionary<string, int> _releases = Ranks(site.Releases);
    private readonly Dictionary<string, int> _petitions = Ranks(site.Petitions);
    private readonly ILookup<string, PressRelease> _releasesByPetition =
        site.Releases.SelectMany(r => r.Petitions.Select(url => (url, r))).ToLookup(x => x.url, x => x.r, StringComparer.Ordinal);
    private readonly ILookup<Topic, PressRelease> _releasesByTopic =
        site.Releases.SelectMany(r => r.Topics.Distinct().Select(topic => (topic, r))).ToLookup(x => x.topic, x => x.r);

    /// <returns>Newest first, as everywhere.</returns>
    public ImmutableArray<PressRelease> Related(PressRelease release) => Named(release.Related, _releases, site.Releases);

    /// <returns>The releases that the petition names, and those that name it; newest first.</returns>
    public ImmutableArray<PressRelease> Related(Petition petition) =>
        Named(petition.Related.Concat(_releasesByPetition[petition.Url].Select(r => r.Url)), _releases, site.Releases);

    public ImmutableArray<Petition> Petitions(PressRelease release) => Named(release.Petitions, _petitions, site.Petitions);

    public ImmutableArray<PressRelease> Releases(Topic topic) => [.. _releasesByTopic[topic]];

    private static ImmutableArray<T> Named<T>(IEnumerable<string> urls, Dictionary<string, int> ranks, ImmutableArray<T> all) =>
        [.. urls.Select(url => ranks.GetValueOrDefault(url, -1)).Where(rank => rank >= 0).Distinct().Order().Select(rank => all[rank])];

    private static Dictionary<string, int> Ranks<T>(ImmutableArray<T> all) where T : Content
    {
        var ranks = new Dictionary<string, int>(all.Length, StringComparer.Ordinal);
        for (var rank = 0; rank < all.Length; rank++)
            ranks.TryAdd(all[rank].Url, rank);
        return ranks;
    }
}
