using System.Collections.Concurrent;
using System.Collections.Immutable;
using Advocacy.Generator.Incremental;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Publishing;
using Advocacy.Generator.Search;

namespace Advocacy.Generator.Outputs;

/// <summary>
/// Adds what a search finds of a text to the index of each edition that lists the text: as soon as the text is rendered, so that only a few
/// texts are in memory, or at the end where the build before has left an index, only a few texts changed, and a writer waits for the page.
/// </summary>
internal sealed class SearchIndexBuilder
{
    private readonly IBuildCache _cache;
    private readonly IOutput _output;
    private readonly ImmutableArray<EditionIndex> _editions;
    private readonly bool _isDeferred;
    private readonly ConcurrentBag<(string Page, ImmutableArray<SearchDocument> Documents)> _deferred = [];

    /// <param name="frame">An index is begun again when all pages are.</param>
    public SearchIndexBuilder(
        SitePlan plan,
        ImmutableDictionary<string, SuffixRules> suffixRules,
        SiteFrame frame,
        IOutput output,
        IBuildCache cache)
    {
        (_cache, _output) = (cache, output);
        _isDeferred = plan.Editions.Any(edition => KeptIndex(edition, frame) is not null);
        _editions = [.. plan.Editions.Select(edition => Open(edition, suffixRules[edition.Language], frame))];
    }

    /// <param name="page">The address of the page that shows them.</param>
    public void Add(string page, ImmutableArray<SearchDocument> documents)
    {
        if (_isDeferred)
            _deferred.Add((page, documents));
        else
            AddToIndexes(page, documents);
    }

    public void Finish()
    {
        Parallel.ForEach(_deferred, text => AddToIndexes(text.Page, text.Documents));
        foreach (var (edition, index, _) in _editions)
        {
            foreach (var campaign in edition.Campaigns)
                index.Add(SearchDocuments.Of(campaign, edition.At));
            index.Finish(edition.Settings.Root);
        }
    }

    /// <returns>The index of the build before; null where it has to be begun again.</returns>
    private SearchIndex? KeptIndex(Edition edition, SiteFrame frame) =>
        _cache.TryGet<CachedIndex>(edition.Settings.Root, out var kept) && ReferenceEquals(kept.Frame, frame) ? kept.Index : null;

    private EditionIndex Open(Edition edition, SuffixRules suffixRules, SiteFrame frame)
    {
        var pages = SearchDocuments.PagesOf(edition).Select(p => p.Url).ToHashSet(StringComparer.Ordinal);
        if (KeptIndex(edition, frame) is { } kept)
        {
            kept.Begin();
            return new EditionIndex(edition, kept, pages);
        }
        var index = new SearchIndex(
            edition.Words.For(edition.Language),
            suffixRules,
            (url, bytes) => _output.Write(url[1..], bytes.Span),
            _cache.IsIncremental ? url => _output.Keep(url[1..]) : null);
        _cache.Keep(edition.Settings.Root, new CachedIndex(frame, index));
        return new EditionIndex(edition, index, pages);
    }

    private void AddToIndexes(string page, ImmutableArray<SearchDocument> documents)
    {
        foreach (var (_, index, pages) in _editions)
        {
            if (!pages.Contains(page))
                continue;
            foreach (var document in documents)
                index.Add(document);
        }
    }

    /// <param name="Pages">The addresses of the pages that the edition lists.</param>
    private sealed record EditionIndex(Edition Edition, SearchIndex Index, HashSet<string> Pages);

    private sealed record CachedIndex(SiteFrame Frame, SearchIndex Index);
}
