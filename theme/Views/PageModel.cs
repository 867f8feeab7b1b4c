using System.Collections.Immutable;
using Advocacy.Content.Campaigns;
using Advocacy.Content.Settings;
using Advocacy.Theme.Localization;

namespace Advocacy.Theme.Views;

/// <summary>The whole page around a view: everything the document's head, header and footer say.</summary>
public sealed record PageModel
{
    public required SiteSettings Settings { get; init; }
    public required Words Words { get; init; }
    /// <summary>The instant that the page is for.</summary>
    public required DateTimeOffset At { get; init; }
    public required View View { get; init; }
    public required PageTexts Texts { get; init; }
    public required string Url { get; init; }
    public required string Language { get; init; }
    /// <summary>The attributes of what is in the page's own language, where its words are in another; null where they are not.</summary>
    public Dictionary<string, object>? Mark => LanguageAttributes.Of(Language, Words.In.Tag);
    public required string Title { get; init; }
    /// <summary>With the name of the site.</summary>
    public string DocumentTitle => View is HomeView ? $"{Settings.Name}: {Settings.Tagline}" : $"{Title} — {Settings.Name}";
    public required string Description { get; init; }
    /// <summary>From the home page down to this one, the last being this page; empty on the home page and the 404.</summary>
    public required ImmutableArray<Link> Breadcrumbs { get; init; }
    public Campaign? Banner { get; init; }
    /// <summary>The address of the form for a gift; null where no gifts are taken online.</summary>
    public string? Donate { get; init; }
    /// <summary>A finished JSON-LD document, safe inside <c>script</c>.</summary>
    public string? JsonLd { get; init; }
    /// <summary>Path of the 1200 × 630 PNG for social networks.</summary>
    public string? SocialImage { get; init; }
    /// <summary>OpenGraph type: <c>article</c> or <c>website</c>.</summary>
    public string Kind { get; init; } = "website";
    public bool NoIndex { get; init; }
    public ImmutableArray<Feed> Feeds { get; init; } = [];
    /// <summary>The same page in the site's languages, this one among them; empty where it is in one only.</summary>
    public ImmutableArray<Alternate> Alternates { get; init; } = [];
    public required Assets Assets { get; init; }
    /// <summary>What this page has in common with most; null where it is drawn with the page.</summary>
    public CommonParts? Common { get; init; }
}
