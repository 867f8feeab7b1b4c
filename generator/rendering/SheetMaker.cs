using System.Collections.Immutable;
using Advocacy.Generator.Machines;
using Advocacy.Generator.Planning;
using Advocacy.Theme.Content;
using Advocacy.Theme.Rendering;
using Advocacy.Theme.Wording;

namespace Advocacy.Generator.Rendering;

/// <summary>Puts the frame of an edition around its planned pages.</summary>
public sealed class SheetMaker
{
    private readonly Site _site;
    private readonly Assets _assets;
    private readonly Words _words;
    private readonly ImmutableArray<Feed> _feeds;
    private readonly Lazy<Task<CommonParts>> _common;

    public SheetMaker(Site site, Assets assets)
    {
        (_site, _assets, _words) = (site, assets, site.Words.For(site.Language));
        _feeds = FeedAddress.All(_words.ReleaseFeed(site.Organisation.Name), site.Organisation.Root);
        _common = new(() => PageRenderer.CommonAsync(site.Organisation, _words, _feeds, assets));
    }

    public async Task<Sheet> MakeAsync(Planned page, ImmutableArray<Alternate> alternates, string? socialImage)
    {
        var topic = (page.View as ReleaseListView)?.Topic;
        return new Sheet
        {
            Organisation = _site.Organisation,
            Words = _words,
            At = _site.At,
            View = page.View,
            Url = page.Url,
            Language = page.Language,
            Title = page.Title,
            Description = page.Description,
            Breadcrumbs = [.. page.Trail],
            Banner = _site.Banner,
            Donate = _site is { Organisation.Giving: not null, Asking: not null } ? _site.Donate?.Url : null,
            JsonLd = StructuredData.Write(_site, page, socialImage),
            SocialImage = socialImage,
            Kind = page.View is PressReleaseView ? "article" : "website",
            NoIndex = _site.Rehearsal || !page.InSitemap && page.View is not ReleaseListView,
            Feeds = topic is null ? _feeds : [.. FeedAddress.All(_words.TopicFeed(_site.Organisation.Name, topic.Title), topic.Url), .. _feeds],
            Alternates = alternates,
            Assets = _assets,
            Common = topic is null && _site.Organisation.FooterNavigation.All(link => link.Url != page.Url) ? await _common.Value : null,
        };
    }
}
