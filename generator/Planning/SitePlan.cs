using System.Collections.Immutable;
using Advocacy.Content.Pages;
using Advocacy.Generator.Incremental;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Theme.Views;

namespace Advocacy.Generator.Planning;

/// <summary>All addresses of all editions, and what each shows.</summary>
public sealed class SitePlan
{
    private readonly ILookup<string, (Edition Edition, PlannedPage Page)> _twins;

    /// <param name="memory">Of the plans before, by the editions' roots; null where there are none.</param>
    public SitePlan(ImmutableArray<Edition> editions, IDictionary<string, PlanCache>? memory = null)
    {
        Editions = editions;
        Pages = [.. editions.SelectMany(edition => Planner.Plan(edition, MemoryOf(edition)).Select(page => (edition, page)))];
        _twins = (editions.Length == 1 ? [] : Pages).ToLookup(p => Translations.OriginalOf(p.Page.Url, p.Edition.Settings.Root), StringComparer.Ordinal);

        PlanCache? MemoryOf(Edition edition)
        {
            if (memory is null)
                return null;
            if (!memory.TryGetValue(edition.Settings.Root, out var known))
                memory.Add(edition.Settings.Root, known = new PlanCache());
            return known;
        }
    }

    /// <summary>The site's own language first.</summary>
    public ImmutableArray<Edition> Editions { get; }

    public ImmutableArray<(Edition Edition, PlannedPage Page)> Pages { get; }

    /// <returns>A page in each of the site's languages that has it; empty where it is in one only.</returns>
    public ImmutableArray<Alternate> AlternatesOf(Edition edition, PlannedPage page)
    {
        if (Editions.Length == 1)
            return [];
        var twins = _twins[Translations.OriginalOf(page.Url, edition.Settings.Root)].ToArray();
        return twins.Length < 2
            ? []
            : [.. twins.Select(t => new Alternate(t.Edition.Language, t.Edition.Words.For(t.Edition.Language).LanguageName, Leading(t.Edition, t.Page)))];
    }

    /// <summary>From an address that has no page, the way on is another language's home page.</summary>
    private static string Leading(Edition edition, PlannedPage page) => page.View is PageView { Page.Layout: PageLayout.NotFound } ? edition.Settings.Root : page.Url;
}
