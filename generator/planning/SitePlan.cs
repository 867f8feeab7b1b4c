using System.Collections.Immutable;
using Advocacy.Generator.Reading;
using Advocacy.Theme.Content;

namespace Advocacy.Generator.Planning;

/// <summary>All addresses of all editions, and what each shows.</summary>
public sealed class SitePlan
{
    private readonly ILookup<string, (Site Site, Planned Page)> _twins;

    public SitePlan(ImmutableArray<Site> editions)
    {
        Editions = editions;
        Pages = [.. editions.SelectMany(site => Planner.Plan(site).Select(page => (site, page)))];
        _twins = Pages.ToLookup(p => Translations.OriginalOf(p.Page.Url, p.Site.Organisation.Root), StringComparer.Ordinal);
    }

    /// <summary>The site's own language first.</summary>
    public ImmutableArray<Site> Editions { get; }

    public ImmutableArray<(Site Site, Planned Page)> Pages { get; }

    /// <returns>A page in each of the site's languages that has it; empty where it is in one only.</returns>
    public ImmutableArray<Alternate> AlternatesOf(Site site, Planned page)
    {
        var twins = _twins[Translations.OriginalOf(page.Url, site.Organisation.Root)].ToArray();
        return twins.Length < 2
            ? []
            : [.. twins.Select(t => new Alternate(t.Site.Language, t.Site.Words.For(t.Site.Language).LanguageName, Leading(t.Site, t.Page)))];
    }

    /// <summary>From an address that has no page, the way on is another language's home page.</summary>
    private static string Leading(Site site, Planned page) => page.View is PageView { Page.Layout: PageLayout.NotFound } ? site.Organisation.Root : page.Url;
}
