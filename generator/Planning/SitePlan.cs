using System.Collections.Immutable;
using Advocacy.Generator.Incremental;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Theme.Views;

namespace Advocacy.Generator.Planning;

/// <summary>All addresses of all editions, and what each shows.</summary>
public sealed class SitePlan
{
    private readonly ILookup<string, (Edition Edition, PlannedPage Page)> _byOriginal;

    public SitePlan(ImmutableArray<Edition> editions, IBuildCache cache)
    {
        Editions = editions;
        Pages = [.. editions.SelectMany(edition => Planner.Plan(edition, editions, cache).Select(page => (edition, page)))];
        _byOriginal = (editions.Length == 1 ? [] : Pages)
            .ToLookup(p => Translations.OriginalOf(p.Page.Url, p.Edition.Settings.Root), StringComparer.Ordinal);
    }

    /// <summary>The site's own language first.</summary>
    public ImmutableArray<Edition> Editions { get; }

    public ImmutableArray<(Edition Edition, PlannedPage Page)> Pages { get; }

    /// <returns>A page in each of the site's languages that has it; empty where it is in one only.</returns>
    public ImmutableArray<Alternate> AlternatesOf(Edition edition, PlannedPage page)
    {
        if (Editions.Length == 1)
            return [];
        var translations = _byOriginal[Translations.OriginalOf(page.Url, edition.Settings.Root)].ToArray();
        return translations.Length < 2 ? [] : [.. translations.Select(t => AlternateOf(t.Edition, t.Page))];
    }

    private static Alternate AlternateOf(Edition edition, PlannedPage page) =>
        new(edition.Language, edition.Words.For(edition.Language).LanguageName, Leading(edition, page));

    /// <summary>From an address that has no page, the way on is another language's home page.</summary>
    private static string Leading(Edition edition, PlannedPage page) =>
        page.IsNotFound ? edition.Settings.Root : page.Url;
}
