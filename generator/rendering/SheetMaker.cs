using System.Collections.Immutable;
using Advocacy.Generator.Machines;
using Advocacy.Generator.Planning;
using Advocacy.Theme.Content;

namespace Advocacy.Generator.Rendering;

/// <summary>Puts the site's frame around a planned page.</summary>
public static class SheetMaker
{
    public static Sheet Make(Site site, Planned page, ImmutableArray<Alternate> alternates, Assets assets, string? socialImage) => new()
    {
        Organisation = site.Organisation,
        Words = site.Words.For(site.Language),
        At = site.At,
        View = page.View,
        Url = page.Url,
        Language = page.Language,
        Title = page.Title,
        Description = page.Description,
        Breadcrumbs = [.. page.Trail],
        Banner = site.Banner,
        Donate = site is { Organisation.Giving: not null, Asking: not null } ? site.Donate?.Url : null,
        JsonLd = StructuredData.Write(site, page, socialImage),
        SocialImage = socialImage,
        Kind = page.View is PressReleaseView ? "article" : "website",
        NoIndex = site.Rehearsal || !page.InSitemap && page.View is not ReleaseListView,
        Feeds = Feeds(site, page),
        Alternates = alternates,
        Assets = assets,
    };

    private static ImmutableArray<Feed> Feeds(Site site, Planned page)
    {
        var name = site.Organisation.Name;
        var words = site.Words.For(site.Language);
        var all = FeedAddress.All(words.ReleaseFeed(name), site.Organisation.Root);
        return page.View is ReleaseListView { Topic: { } topic } ? [.. FeedAddress.All(words.TopicFeed(name, topic.Title), topic.Url), .. all] : all;
    }
}
