using System.Collections.Immutable;
using Advocacy.Generator.Reading;
using Advocacy.Theme.Content;

namespace Advocacy.Generator.Planning;

/// <summary>All addresses of all editions, and what each shows.</summary>
public sealed class SitePlan
{
    private readonly ILookup<string, (Site Site, Planned Page)> _twins;

    /// <param name="memory">Of the plans before, by the editions' roots; null where there are none.</param>
    public SitePlan(ImmutableArray<Site> editions, IDictionary<string, PlanMemory>? memory = null)
    {
        Editions = editions;
        Pages = [.. editions.SelectMany(site => Planner.Plan(site, MemoryOf(site)).Select(page => (site, page)))];
        _twins = (editions.Length == 1 ? [] : Pages).ToLookup(p => Translations.OriginalOf(p.Page.Url, p.Site.Organisation.Root), StringComparer.Ordinal);

        PlanMemory? MemoryOf(Site site)
        {
            if (memory is null)
                return null;
            if (!memory.TryGetValue(site.Organisation.Root, out var known))
                memory.Add(site.Organisation.Root, known = new PlanMemory());
            return known;
        }
    }

    /// <summary>The site's own language first.</summary>
    public ImmutableArray<Site> Editions { get; }

    public ImmutableArray<(Site Site, Planned Page)> Pages { get; }

    /// <returns>A page in each of the site's languages that has it; empty where it is in one only.</returns>
    public ImmutableArray<Alternate> AlternatesOf(Site site, Planned page)
    {
        if (Editions.Length == 1)
            return [];
        var twins = _twins[Translations.OriginalOf(page.Url, site.Organisation.Root)].ToArray();
        return twins.Length < 2
            ? []
            : [.. twins.Select(t => new Alternate(t.Site.Language, t.Site.Words.For(t.Site.Language).LanguageName, Leading(t.Site, t.Page)))];
    }

    /// <summary>From an address that has no page, the way on is another language's home page.</summary>
    private static string Leading(Site site, Planned page) => page.View is PageView { Page.Layout: PageLayout.NotFound } ? site.Organisation.Root : page.Url;
}
