using System.Collections.Immutable;
using Advocacy.Content.Campaigns;
using Advocacy.Content.Documents;
using Advocacy.Content.Pages;
using Advocacy.Content.Petitions;
using Advocacy.Content.PressReleases;
using Advocacy.Content.Settings;
using Advocacy.Generator.Incremental;
using Advocacy.Generator.Search;
using Advocacy.Theme.Localization;
using Advocacy.Theme.Views;

namespace Advocacy.Generator.Planning;

/// <summary>Which address shows what.</summary>
public static class Planner
{
    private const int OnHome = 4;

    /// <param name="editions">All of the site, this one among them.</param>
    public static ImmutableArray<PlannedPage> Plan(Edition edition, ImmutableArray<Edition> editions, IBuildCache cache)
    {
        var connections = new RelatedContent(edition);
        var plans = new PlanCache(cache, Words(edition), edition.Settings);
        return
        [
            .. edition.Pages.Select(page => Page(edition, editions, page)),
            .. edition.Releases.Where(r => r.Root == edition.Settings.Root)
            .SelectMany(release => Release(edition, release, connections, plans)),
            .. edition.Petitions.Where(p => p.Root == edition.Settings.Root)
            .SelectMany(petition => Petition(edition, petition, connections, plans)),
            .. edition.Campaigns.Where(c => c.Root == edition.Settings.Root).Select(campaign => Campaign(edition, campaign)),
            .. ReleaseLists(edition, connections),
            .. Overviews(edition, connections),
        ];
    }

    private static IEnumerable<PlannedPage> Overviews(Edition edition, RelatedContent connections) =>
    [
        new PlannedPage(Petitions(edition).Url, new PetitionListView(edition.Petitions), Words(edition).Petitions,
            Words(edition).PetitionsDescription(edition.Settings.Name), edition.Language, [Home(edition), Petitions(edition)]),
        new PlannedPage(
            Topics(edition).Url,
            new TopicListView([.. edition.Settings.Topics.Select(t => (t, connections.Releases(t).Length))]),
            Words(edition).TopicList,
            Words(edition).TopicsDescription(edition.Settings.Name), edition.Language, [Home(edition), Topics(edition)]),
        Search(edition),
    ];

    private static PlannedPage Search(Edition edition)
    {
        var (settings, words) = (edition.Settings, Words(edition));
        var documents = edition.Releases.SelectMany(r => r.Documents).Concat(edition.Petitions.SelectMany(p => p.Documents)).ToArray();
        (SearchKind Kind, int Count)[] kinds =
        [
            (SearchKind.PressRelease, edition.Releases.Length),
            (SearchKind.Petition, edition.Petitions.Length),
            (SearchKind.Document, documents.Length),
            (SearchKind.Page, edition.Pages.Length + edition.Campaigns.Length),
        ];
        var years = edition.Releases.Select(r => r.Date.Year)
            .Concat(edition.Petitions.SelectMany(p => p.Filings.Take(1)).Select(f => f.Date.Year))
            .Concat(documents.Select(d => d.Date.Year));
        var view = new SearchView(
            SearchIndex.Manifest(settings.Root),
            Uri.TryCreate(settings.BaseUrl, UriKind.Absolute, out var address) ? address.Host : "",
            [.. kinds.Where(k => k.Count > 0).Select(k => (k.Kind, SearchIndex.Slug(k.Kind)))],
            [.. years.Distinct().OrderDescending()],
            [.. edition.Releases.GroupBy(r => r.Date.Year).Select(g => (g.Key, g.Count()))]);
        var link = new Link(words.Search, settings.SearchUrl);
        var description = words.SearchDescription(settings.Name);
        return new PlannedPage(link.Url, view, link.Text, description, edition.Language, [Home(edition), link]);
    }

    private static PlannedPage Page(Edition edition, ImmutableArray<Edition> editions, Page page)
    {
        if (page.Layout == PageLayout.Home)
        {
            var home = new HomeView(
                page,
                edition.Releases.FirstOrDefault(),
                [.. edition.Releases.Skip(1).Take(OnHome)],
                [.. edition.Petitions.Take(OnHome)],
                edition.Donate);
            return new PlannedPage(page.Url, home, page.Title, DescriptionOf(page), page.Language, []);
        }
        View view = IsNotFound(page)
            ? NotFoundView(edition, editions, page)
            : GivingView(edition, page) ?? new PageView(page, [.. edition.Releases.Take(OnHome)]);
        ImmutableArray<Link> trail = page.Layout == PageLayout.NotFound ? [] : [Home(edition), Leaf(page)];
        return new PlannedPage(page.Url, view, page.Title, DescriptionOf(page), page.Language, trail)
        {
            InSitemap = page.Layout is not (PageLayout.NotFound or PageLayout.Thanks) && page.Withdrawn is null,
        };
    }

    /// <returns>Null where the page is an ordinary one, or no gifts are taken online.</returns>
    private static View? GivingView(Edition edition, Page page) =>
        page is { Withdrawn: null } && edition is { Settings.Giving: not null, CurrentCampaign: { } campaign }
        ? page.Layout switch
        {
            PageLayout.Donate => new DonateView(page, campaign, FormEntries.None, []),
            PageLayout.Thanks => new ThanksView(page),
            PageLayout.Manage => new ManageView(page, []),
            _ => null,
        }
        : null;

    private static NotFoundView NotFoundView(Edition edition, ImmutableArray<Edition> editions, Page page) => new(
        page,
        [
            .. editions.Where(other => other.Language != edition.Language)
                .Select(other => new NotFoundElsewhere(Words(other), other.Settings, other.Pages.FirstOrDefault(IsNotFound))),
        ],
        [.. edition.Releases.Take(OnHome)]);

    private static bool IsNotFound(Page page) => page is { Layout: PageLayout.NotFound, Withdrawn: null };

    private static PlannedPage Campaign(Edition edition, Campaign campaign) => new(
        campaign.Url, new CampaignView(campaign, edition.Donate), campaign.Title, campaign.Description, edition.Language,
        [Home(edition), new Link(campaign.Title, campaign.Url)]);

    private static PlannedPage[] Release(Edition edition, PressRelease release, RelatedContent connections, PlanCache plans)
    {
        var (petitions, related) = (connections.Petitions(release), connections.Related(release));
        return plans.GetOrPlan(release.Url, [release, .. petitions, .. related], Plan);

        PlannedPage[] Plan() => [.. DocumentPages.With(Release(edition, release, petitions, related), Words(edition))];
    }

    private static PlannedPage Release(
        Edition edition,
        PressRelease release,
        ImmutableArray<Petition> petitions,
        ImmutableArray<PressRelease> related)
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        DocumentSet[] sets =
        [
            Set(release, release.Documents, release.AllDocuments),
            .. petitions.Where(p => p.Withdrawn is null).Select(p => Set(p, p.Documents, p.AllDocuments)),
        ];
        var view = new PressReleaseView(release, petitions, related, [.. sets.Where(set => !set.Documents.IsEmpty)]);
        return new PlannedPage(release.Url, view, release.Title, DescriptionOf(release), release.Language,
            [Home(edition), Releases(edition), Leaf(release)], release.Revised)
        {
            InSitemap = release.Withdrawn is null,
        };

        DocumentSet Set(ContentItem owner, IEnumerable<Document> documents, Download? archive) =>
            new(Leaf(owner), [.. documents.Where(d => shown.Add(d.File.Url))], archive);
    }

    private static PlannedPage[] Petition(Edition edition, Petition petition, RelatedContent connections, PlanCache plans)
    {
        var related = connections.Related(petition);
        return plans.GetOrPlan(petition.Url, [petition, .. related], Plan);

        PlannedPage[] Plan() => [.. DocumentPages.With(Petition(edition, petition, related), Words(edition))];
    }

    private static PlannedPage Petition(Edition edition, Petition petition, ImmutableArray<PressRelease> related) => new(
        petition.Url,
        new PetitionView(petition, related),
        petition.Title, DescriptionOf(petition), petition.Language, [Home(edition), Petitions(edition), Leaf(petition)])
    {
        InSitemap = petition.Withdrawn is null,
    };

    private static IEnumerable<PlannedPage> ReleaseLists(Edition edition, RelatedContent connections)
    {
        var years = edition.Releases.GroupBy(r => r.Date.Year).Select(
            g => (Year: g.Key, Releases: g.ToImmutableArray())).ToImmutableArray();
        var counts = years.Select(y => (y.Year, y.Releases.Length)).ToImmutableArray();
        var name = edition.Settings.Name;
        return
        [
            .. List(
                edition,
                new ReleaseListView(Releases(edition).Url, null, null, edition.Releases, [], 1, 1, counts),
                Words(edition).PressReleases,
                Words(edition).AllReleasesDescription(name),
                [Home(edition), Releases(edition)]),
            .. years.SelectMany(year => List(
                edition,
                new ReleaseListView(edition.Settings.ReleasesUrlOf(year.Year), year.Year, null, year.Releases, [], 1, 1, counts),
                Words(edition).YearTitle($"{year.Year}"), Words(edition).YearDescription(name, $"{year.Year}"),
                [Home(edition), Releases(edition), new Link($"{year.Year}", edition.Settings.ReleasesUrlOf(year.Year))])),
            .. edition.Settings.Topics.SelectMany(topic => List(edition, new ReleaseListView(topic.Url, null, topic,
                connections.Releases(topic), [.. edition.Petitions.Where(p => p.Topics.Any(t => t.Slug == topic.Slug))], 1, 1, counts),
                topic.Title, topic.Description ?? Words(edition)
                    .TopicDescription(name, topic.Title), [Home(edition), Topics(edition), new Link(topic.Title, topic.Url)])),
        ];
    }

    private static IEnumerable<PlannedPage> List(
        Edition edition,
        ReleaseListView all,
        string title,
        string description,
        ImmutableArray<Link> trail)
    {
        var pages = all.Releases.Chunk(edition.Settings.PageSize).DefaultIfEmpty([]).ToArray();
        for (var number = 1; number <= pages.Length; number++)
        {
            var url = number == 1 ? all.Url : $"{all.Url}page/{number}/";
            yield return new PlannedPage(url, all with { Releases = [.. pages[number - 1]], Number = number, Count = pages.Length },
                number == 1 ? title : Words(edition).ListPageTitle(title, $"{number}"), description, edition.Language,
                number == 1 ? trail : [.. trail, new Link(Words(edition).ListPage($"{number}"), url)])
            {
                InSitemap = number == 1,
            };
        }
    }

    /// <summary>What was withdrawn is not described any more, not in a list of results or with a shared link either.</summary>
    private static string DescriptionOf(ContentItem content) => content.Withdrawn?.Reason ?? content.Description;

    private static Link Leaf(ContentItem content) => new(content.Title, content.Url) { Language = content.Language };

    private static Words Words(Edition edition) => edition.Words.For(edition.Language);

    private static Link Home(Edition edition) => new(Words(edition).Home, edition.Settings.Root);

    private static Link Releases(Edition edition) => new(Words(edition).PressReleases, edition.Settings.ReleasesUrl);

    private static Link Petitions(Edition edition) => new(Words(edition).Petitions, edition.Settings.PetitionsUrl);

    private static Link Topics(Edition edition) => new(Words(edition).TopicList, edition.Settings.TopicsUrl);
}
