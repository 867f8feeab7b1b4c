using System.Collections.Immutable;
using Advocacy.Content.Pages;
using Advocacy.Content.Petitions;
using Advocacy.Content.PressReleases;
using Advocacy.Content.Settings;

namespace Advocacy.Generator.Planning;

/// <summary>
/// Which releases, petitions and topics name one another: in dictionaries, since a search for each would take too long on a large site.
/// </summary>
internal sealed class RelatedContent(Edition edition)
{
    private readonly Dictionary<string, int> _releases = Ranks(edition.Releases);
    private readonly Dictionary<string, int> _petitions = Ranks(edition.Petitions);
    private readonly Dictionary<string, List<PressRelease>> _releasesByTopic = ByTopic(edition.Releases);
    private readonly ILookup<string, PressRelease> _releasesByPetition =
        edition.Releases.SelectMany(r => r.Petitions.Select(url => (url, r))).ToLookup(x => x.url, x => x.r, StringComparer.Ordinal);

    /// <returns>Newest first, as everywhere.</returns>
    public ImmutableArray<PressRelease> Related(PressRelease release) => Named(release.Related, _releases, edition.Releases);

    /// <returns>The releases that the petition names, and those that name it; newest first.</returns>
    public ImmutableArray<PressRelease> Related(Petition petition) =>
        Named(petition.Related.Concat(_releasesByPetition[petition.Original].Select(r => r.Original)), _releases, edition.Releases);

    public ImmutableArray<Petition> Petitions(PressRelease release) => Named(release.Petitions, _petitions, edition.Petitions);

    public ImmutableArray<PressRelease> Releases(Topic topic) => [.. _releasesByTopic.GetValueOrDefault(topic.Slug, [])];

    private static ImmutableArray<T> Named<T>(IEnumerable<string> originals, Dictionary<string, int> ranks, ImmutableArray<T> all)
    {
        var named = new List<int>();
        foreach (var original in originals)
        {
            if (ranks.TryGetValue(original, out var rank))
                named.Add(rank);
        }
        named.Sort();
        return [.. named.Distinct().Select(rank => all[rank])];
    }

    private static Dictionary<string, List<PressRelease>> ByTopic(ImmutableArray<PressRelease> releases)
    {
        var byTopic = new Dictionary<string, List<PressRelease>>(StringComparer.Ordinal);
        foreach (var release in releases)
        {
            foreach (var topic in release.Topics)
            {
                if (!byTopic.TryGetValue(topic.Slug, out var about))
                    byTopic.Add(topic.Slug, about = []);
                // A release may name a topic twice.
                if (about.Count == 0 || about[^1] != release)
                    about.Add(release);
            }
        }
        return byTopic;
    }

    private static Dictionary<string, int> Ranks<T>(ImmutableArray<T> all) where T : ContentItem
    {
        var ranks = new Dictionary<string, int>(all.Length, StringComparer.Ordinal);
        for (var rank = 0; rank < all.Length; rank++)
            ranks.TryAdd(all[rank].Original, rank);
        return ranks;
    }
}
