using Advocacy.Generator.Planning;

namespace Advocacy.Generator.Search;

/// <summary>What the search of an edition needs.</summary>
public static class SearchFiles
{
    /// <param name="write">Takes each file's address and bytes, on many threads.</param>
    public static void Write(Site site, Endings endings, Action<string, ReadOnlyMemory<byte>> write)
    {
        ArgumentNullException.ThrowIfNull(site);
        var index = new SearchIndex(site.Words.For(site.Language), endings, write);
        Parallel.ForEach(Findables.PagesOf(site), page =>
        {
            foreach (var findable in Findables.Of(page, site.Organisation.TimeZone))
                index.Add(findable);
        });
        foreach (var campaign in site.Campaigns)
            index.Add(Findables.Of(campaign, site.At));
        index.Finish(site.Organisation.Root);
    }
}
