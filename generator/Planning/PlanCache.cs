using Advocacy.Content.Settings;
using Advocacy.Generator.Incremental;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Planning;

/// <summary>
/// Plans a page again only where something that it shows is another object than in the build before. The same objects also mean that the
/// page need not be compared with the one that was rendered.
/// </summary>
internal sealed class PlanCache
{
    private readonly IBuildCache _cache;
    private readonly PlanFrame _frame;

    public PlanCache(IBuildCache cache, Words words, SiteSettings settings)
    {
        _cache = cache;
        _frame = cache.SameIfEqual(settings.Root, new PlanFrame(words, settings));
    }

    /// <param name="dependencies">All that the pages are made of, besides words and settings.</param>
    public PlannedPage[] GetOrPlan(string url, object[] dependencies, Func<PlannedPage[]> plan)
    {
        if (_cache.TryGet<CachedPages>(url, out var kept)
            && ReferenceEquals(kept.Frame, _frame)
            && kept.Dependencies.AsSpan().SequenceEqual(dependencies, ReferenceEqualityComparer.Instance))
        {
            return kept.Pages;
        }
        var pages = plan();
        _cache.Keep(url, new CachedPages(_frame, dependencies, pages));
        return pages;
    }

    /// <summary>What every page of an edition shows.</summary>
    private sealed record PlanFrame(Words Words, SiteSettings Settings);

    private sealed record CachedPages(PlanFrame Frame, object[] Dependencies, PlannedPage[] Pages);
}
