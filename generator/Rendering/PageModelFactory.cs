using System.Collections.Immutable;
using Advocacy.Content.Settings;
using Advocacy.Generator.Outputs;
using Advocacy.Generator.Planning;
using Advocacy.Theme.Localization;
using Advocacy.Theme.Rendering;
using Advocacy.Theme.Views;

namespace Advocacy.Generator.Rendering;

/// <summary>Puts the frame of an edition around its planned pages.</summary>
public sealed class PageModelFactory
{
    private readonly Edition _edition;
    private readonly Assets _assets;
    private readonly Words _words;
    private readonly ImmutableArray<Feed> _feeds;
    private readonly Lazy<Task<CommonParts>> _common;

    public PageModelFactory(Edition edition, Assets assets)
    {
        (_edition, _assets, _words) = (edition, assets, edition.Words.For(edition.Language));
        _feeds = FeedAddress.All(_words.ReleaseFeed(edition.Settings.Name), edition.Settings.Root);
        _common = new(() => PageRenderer.CommonAsync(edition.Settings, _words, _feeds, assets));
    }

    public async Task<PageModel> CreateAsync(PlannedPage page, PageTexts texts, ImmutableArray<Alternate> alternates, string? socialImage)
    {
        var topic = (page.View as ReleaseListView)?.Topic;
        return new PageModel
        {
            Settings = _edition.Settings,
            Words = _words,
            At = _edition.At,
            View = page.View,
            Texts = texts,
            Url = page.Url,
            Language = page.Language,
            Title = page.Title,
            Description = page.Description,
            Breadcrumbs = [.. page.Trail],
            Banner = _edition.Banner,
            Donate = _edition is { Settings.Giving: not null, CurrentCampaign: not null } ? _edition.Donate?.Url : null,
            JsonLd = StructuredData.Write(_edition, page, socialImage),
            SocialImage = socialImage,
            Kind = page.View is PressReleaseView ? "article" : "website",
            NoIndex = _edition.Rehearsal || !page.InSitemap && page.View is not ReleaseListView,
            Feeds = topic is null
                ? _feeds
                : [.. FeedAddress.All(_words.TopicFeed(_edition.Settings.Name, topic.Title), topic.Url), .. _feeds],
            Alternates = alternates,
            Assets = _assets,
            Common = topic is null && _edition.Settings.FooterNavigation.All(link => link.Url != page.Url) ? await _common.Value : null,
        };
    }
}
