using System.Collections.Concurrent;
using System.Collections.Immutable;
using Advocacy.Content.Pages;
using Advocacy.Generator.Incremental;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Publishing;

namespace Advocacy.Generator.Search;

/// <summary>
/// Hands what is found of a text to the index of each edition that lists it: as soon as the text is written, so that no more than a few are in memory, or
/// in the end where the build before left all but a few of them, and a writer waits for the page.
/// </summary>
internal sealed class SearchIndexBuilder
{
    private readonly ConcurrentBag<(string Page, ImmutableArray<SearchDocument> Found)>? _later;
    private readonly ImmutableArray<(Edition Edition, SearchIndex Index, HashSet<string> Pages)> _editions;

    /// <param name="memory">Null where there is no build before or after this one.</param>
    public SearchIndexBuilder(SitePlan plan, ImmutableDictionary<string, SuffixRules> endings, IOutput output, BuildCache? memory)
    {
        _later = memory is null || memory.Searches.Count == 0 ? null : [];
        _editions = [.. plan.Editions.Select(edition => (edition, IndexOf(edition), SearchDocuments.PagesOf(edition).Select(p => p.Url).ToHashSet(StringComparer.Ordinal)))];

        SearchIndex IndexOf(Edition edition)
        {
            if (memory is not null && memory.Searches.TryGetValue(edition.Settings.Root, out var known))
            {
                known.Begin();
                return known;
            }
            var index = new SearchIndex(edition.Words.For(edition.Language), endings[edition.Language], (url, bytes) => output.Write(url[1..], bytes.Span), memory is null ? null : url => output.Keep(url[1..]));
            memory?.Searches.Add(edition.Settings.Root, index);
            return index;
        }
    }

    public void Add(string page, ImmutableArray<SearchDocument> found)
    {
        if (_later is null)
            Index(page, found);
        else
            _later.Add((page, found));
    }

    public void Finish()
    {
        Parallel.ForEach(_later ?? [], text => Index(text.Page, text.Found));
        foreach (var (edition, index, _) in _editions)
        {
            foreach (var campaign in edition.Campaigns)
                index.Add(SearchDocuments.Of(campaign, edition.At));
            index.Finish(edition.Settings.Root);
        }
    }

    private void Index(string page, ImmutableArray<SearchDocument> found)
    {
        foreach (var (_, index, pages) in _editions)
        {
            if (!pages.Contains(page))
                continue;
            foreach (var findable in found)
                index.Add(findable);
        }
    }
}
