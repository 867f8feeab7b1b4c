using System.Collections.Immutable;
using Advocacy.Generator.Search;
using Advocacy.Theme.Content;
using Advocacy.Theme.Giving;
using Advocacy.Theme.Wording;

namespace Advocacy.Generator.Planning;

/// <summary>Which address shows what.</summary>
public static class Planner
{
    private const int OnHome = 4;

    /// <param name="memory">Of the edition's plan before; null where there is none.</param>
    public static ImmutableArray<Planned> Plan(Site site, PlanMemory? memory = null)
    {
        var connections = new Connections(site);
        memory?.Begin(Words(site), site.Organisation);
        return
        [
            .. site.Pages.Select(page => Page(site, page)),
            .. site.Releases.Where(r => r.Root == site.Organisation.Root).SelectMany(release => Release(site, release, connections, memory)),
            .. site.Petitions.Where(p => p.Root == site.Organisation.Root).SelectMany(petition => Petition(site, petition, connections, memory)),
            .. site.Campaigns.Where(c => c.Root == site.Organisation.Root).Select(campaign => Campaign(site, campaign)),
            .. ReleaseLists(site, connections),
            .. Overviews(site, connections),
        ];
    }

    private static IEnumerable<Planned> Overviews(Site site, Connections connections) =>
    [
        new Planned(Petitions(site).Url, new PetitionListView(site.Petitions), Words(site).Petitions,
            Words(site).PetitionsDescription(site.Organisation.Name), site.Language, [Home(site), Petitions(site)]),
        new Planned(Topics(site).Url, new TopicListView([.. site.Organisation.Topics.Select(t => (t, connections.Releases(t).Length))]), Words(site).TopicList,
            Words(site).TopicsDescription(site.Organisation.Name), site.Language, [Home(site), Topics(site)]),
        Search(site),
    ];

    private static Planned Search(Site site)
    {
        var documents = site.Releases.SelectMany(r => r.Documents).Concat(site.Petitions.SelectMany(p => p.Documents)).ToArray();
        var kinds = new[] { (FoundKind.PressRelease, site.Releases.Length), (FoundKind.Petition, site.Petitions.Length), (FoundKind.Document, documents.Length), (FoundKind.Page, site.Pages.Length + site.Campaigns.Length) };
        var years = site.Releases.Select(r => r.Date.Year).Concat(site.Petitions.SelectMany(p => p.Filings.Take(1)).Select(f => f.Date.Year)).Concat(documents.Select(d => d.Date.Year));
        var link = new Link(Words(site).Search, $"{site.Organisation.Root}search/");
        var view = new SearchView(SearchIndex.Manifest(site.Organisation.Root), Uri.TryCreate(site.Organisation.BaseUrl, UriKind.Absolute, out var address) ? address.Host : "",
            [.. kinds.Where(k => k.Item2 > 0).Select(k => (k.Item1, SearchIndex.Slug(k.Item1)))], [.. years.Distinct().OrderDescending()],
            [.. site.Releases.GroupBy(r => r.Date.Year).Select(g => (g.Key, g.Count()))]);
        return new Planned(link.Url, view, link.Text, Words(site).SearchDescription(site.Organisation.Name), site.Language, [Home(site), link]);
    }

    private static Planned Page(Site site, Page page) => page.Layout == PageLayout.Home
        ? new Planned(page.Url, new HomeView(page, site.Releases.FirstOrDefault(), [.. site.Releases.Skip(1).Take(OnHome)], [.. site.Petitions.Take(OnHome)],
                site.Donate),
            page.Title, Told(page), page.Language, [])
        : new Planned(page.Url, GivingView(site, page) ?? new PageView(page, [.. site.Releases.Take(OnHome)]), page.Title, Told(page), page.Language,
            page.Layout == PageLayout.NotFound ? [] : [Home(site), Leaf(page)])
        {
            InSitemap = page.Layout is not (PageLayout.NotFound or PageLayout.Thanks) && page.Withdrawn is null,
        };

    /// <returns>Null where the page is an ordinary one, or no gifts are taken online.</returns>
    private static View? GivingView(Site site, Page page) => page is { Withdrawn: null } && site is { Organisation.Giving: not null, Asking: { } campaign }
        ? page.Layout switch
        {
            PageLayout.Donate => new DonateView(page, campaign, Entries.None, []),
            PageLayout.Thanks => new ThanksView(page),
            PageLayout.Manage => new ManageView(page, []),
            _ => null,
        }
        : null;

    private static Planned Campaign(Site site, Campaign campaign) => new(
        campaign.Url, new CampaignView(campaign, site.Donate), campaign.Title, campaign.Description, site.Language,
        [Home(site), new Link(campaign.Title, campaign.Url)]);

    private static Planned[] Release(Site site, PressRelease release, Connections connections, PlanMemory? memory)
    {
        var (petitions, related) = (connections.Petitions(release), connections.Related(release));
        return memory is null ? Plan() : memory.Same(release.Url, [release, .. petitions, .. related], Plan);

        Planned[] Plan() => [.. DocumentPages.With(Release(site, release, petitions, related), Words(site))];
    }

    private static Planned Release(Site site, PressRelease release, ImmutableArray<Petition> petitions, ImmutableArray<PressRelease> related)
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        DocumentSet[] sets =
        [
            Set(release, release.Documents, release.AllDocuments),
            .. petitions.Where(p => p.Withdrawn is null).Select(p => Set(p, p.Documents, p.AllDocuments)),
        ];
        var view = new PressReleaseView(release, petitions, related, [.. sets.Where(set => !set.Documents.IsEmpty)]);
        return new Planned(release.Url, view, release.Title, Told(release), release.Language,
            [Home(site), Releases(site), Leaf(release)], release.Revised)
        {
            InSitemap = release.Withdrawn is null,
        };

        DocumentSet Set(Content owner, IEnumerable<Document> documents, Download? archive) =>
            new(Leaf(owner), [.. documents.Where(d => shown.Add(d.File.Url))], archive);
    }

    private static Planned[] Petition(Site site, Petition petition, Connections connections, PlanMemory? memory)
    {
        var related = connections.Related(petition);
        return memory is null ? Plan() : memory.Same(petition.Url, [petition, .. related], Plan);

        Planned[] Plan() => [.. DocumentPages.With(Petition(site, petition, related), Words(site))];
    }

    private static Planned Petition(Site site, Petition petition, ImmutableArray<PressRelease> related) => new(
        petition.Url,
        new PetitionView(petition, related),
        petition.Title, Told(petition), petition.Language, [Home(site), Petitions(site), Leaf(petition)])
    {
        InSitemap = petition.Withdrawn is null,
    };

    private static IEnumerable<Planned> ReleaseLists(Site site, Connections connections)
    {
        var years = site.Releases.GroupBy(r => r.Date.Year).Select(g => (Year: g.Key, Releases: g.ToImmutableArray())).ToImmutableArray();
        var counts = years.Select(y => (y.Year, y.Releases.Length)).ToImmutableArray();
        var name = site.Organisation.Name;
        return
        [
            .. List(site, new ReleaseListView(Releases(site).Url, null, null, site.Releases, [], 1, 1, counts), Words(site).PressReleases, Words(site).AllReleasesDescription(name), [Home(site), Releases(site)]),
            .. years.SelectMany(year => List(site, new ReleaseListView($"{Releases(site).Url}{year.Year}/", year.Year, null, year.Releases, [], 1, 1, counts),
                Words(site).YearTitle($"{year.Year}"), Words(site).YearDescription(name, $"{year.Year}"),
                [Home(site), Releases(site), new Link($"{year.Year}", $"{Releases(site).Url}{year.Year}/")])),
            .. site.Organisation.Topics.SelectMany(topic => List(site, new ReleaseListView(topic.Url, null, topic,
                connections.Releases(topic), [.. site.Petitions.Where(p => p.Topics.Any(t => t.Slug == topic.Slug))], 1, 1, counts),
                topic.Title, topic.Description ?? Words(site).TopicDescription(name, topic.Title), [Home(site), Topics(site), new Link(topic.Title, topic.Url)])),
        ];
    }

    private static IEnumerable<Planned> List(Site site, ReleaseListView all, string title, string description, ImmutableArray<Link> trail)
    {
        var pages = all.Releases.Chunk(site.Organisation.PageSize).DefaultIfEmpty([]).ToArray();
        for (var number = 1; number <= pages.Length; number++)
        {
            var url = number == 1 ? all.Url : $"{all.Url}page/{number}/";
            yield return new Planned(url, all with { Releases = [.. pages[number - 1]], Number = number, Count = pages.Length },
                number == 1 ? title : Words(site).ListPageTitle(title, $"{number}"), description, site.Language,
                number == 1 ? trail : [.. trail, new Link(Words(site).ListPage($"{number}"), url)])
            {
                InSitemap = number == 1,
            };
        }
    }

    /// <summary>What was withdrawn is not told any more, not in a list of results or with a shared link either.</summary>
    private static string Told(Content content) => content.Withdrawn?.Reason ?? content.Description;

    private static Link Leaf(Content content) => new(content.Title, content.Url) { Language = content.Language };

    private static Words Words(Site site) => site.Words.For(site.Language);

    private static Link Home(Site site) => new(Words(site).Home, site.Organisation.Root);

    private static Link Releases(Site site) => new(Words(site).PressReleases, $"{site.Organisation.Root}press-releases/");

    private static Link Petitions(Site site) => new(Words(site).Petitions, $"{site.Organisation.Root}petitions/");

    private static Link Topics(Site site) => new(Words(site).TopicList, $"{site.Organisation.Root}topics/");
}
