using System.Collections.Immutable;
using Advocacy.Theme.Giving;
using Advocacy.Theme.Wording;

namespace Advocacy.Theme.Content;

/// <summary>What one address shows. The closed family of pages that the theme can draw.</summary>
public abstract record View;

/// <param name="Donate">The page that says how to give; null where the site has none.</param>
public sealed record HomeView(
    Page Page, PressRelease? Latest, Listing<PressRelease> Recent, Listing<Petition> Petitions, Page? Donate) : View;

public sealed record PageView(Page Page, Listing<PressRelease> Latest) : View;

/// <summary>What a reader sees whose address leads nowhere. Hosts have one file for it, which therefore speaks all languages.</summary>
/// <param name="Elsewhere">The other editions, in their order.</param>
public sealed record NotFoundView(Page Page, ImmutableArray<NotFoundElsewhere> Elsewhere, Listing<PressRelease> Latest) : View;

/// <param name="Page">Null where the page is not translated.</param>
public sealed record NotFoundElsewhere(Words Words, Organisation Organisation, Page? Page);

/// <param name="Documents">The release's own, then those of each of its petitions. Each document is in one set.</param>
public sealed record PressReleaseView(
    PressRelease Release, Listing<Petition> Petitions, Listing<PressRelease> Related, Listing<DocumentSet> Documents) : View;

/// <param name="Owner">The page that they belong to.</param>
/// <param name="Documents">At least one.</param>
/// <param name="Archive">One ZIP of the owner's documents; null where it has fewer than two.</param>
public sealed record DocumentSet(Link Owner, Listing<Document> Documents, Download? Archive);

public sealed record PetitionView(Petition Petition, Listing<PressRelease> Related) : View;

/// <param name="Owner">The petition or the press release that it belongs to.</param>
/// <param name="Filing">Null where it belongs to a press release.</param>
/// <param name="Place">Of the filing in the petition's order, from 1.</param>
/// <param name="Filings">How many the petition has.</param>
/// <param name="Previous">The filing before; null where this is the first.</param>
/// <param name="Next">The filing after; null where this is the last.</param>
public sealed record DocumentView(
    Document Document, Link Owner, Filing? Filing = null, int Place = 0, int Filings = 0, Filing? Previous = null, Filing? Next = null) : View;

/// <param name="Year">Set on a year's list.</param>
/// <param name="Topic">Set on a topic's list.</param>
/// <param name="Number">This page of the list, from 1.</param>
/// <param name="Url">The address of the list's first page; page 2 is at <c>page/2/</c> below it.</param>
/// <param name="Years">All years that have releases, newest first, with their counts.</param>
public sealed record ReleaseListView(
    string Url, int? Year, Topic? Topic, Listing<PressRelease> Releases, Listing<Petition> Petitions, int Number, int Count,
    Listing<(int Year, int Releases)> Years) : View;

public sealed record TopicListView(Listing<(Topic Topic, int Count)> Topics) : View;

public sealed record PetitionListView(Listing<Petition> Petitions) : View;

/// <param name="Index">The address of the index's manifest.</param>
/// <param name="Host">The site's name, for a search engine that is to look in it alone.</param>
/// <param name="Kinds">Those that there are, each with its name in an address.</param>
/// <param name="Years">Those of whatever has a date, newest first.</param>
/// <param name="Releases">All years that have releases, newest first, with their counts.</param>
public sealed record SearchView(
    string Index, string Host, Listing<(FoundKind Kind, string Slug)> Kinds, Listing<int> Years, Listing<(int Year, int Releases)> Releases) : View;

/// <summary>The form for a gift.</summary>
/// <param name="Campaign">What the gift counts toward.</param>
/// <param name="Entries">What the donor filled in before; kept where the form comes back.</param>
/// <param name="Problems">What is wrong with the entries, in the order of the form; empty at first.</param>
public sealed record DonateView(Page Page, Campaign Campaign, Entries Entries, ImmutableArray<FieldProblem> Problems) : View
{
    /// <summary>Whether the donor was on the payment page, and came back without paying.</summary>
    public bool IsCancelled { get; init; }
}

/// <summary>Where Stripe sends the donor after the payment.</summary>
public sealed record ThanksView(Page Page) : View;

/// <summary>The form that leads to Stripe's page for monthly gifts.</summary>
/// <param name="Problems">Of the field <c>email</c>; empty at first.</param>
public sealed record ManageView(Page Page, ImmutableArray<FieldProblem> Problems) : View;

/// <param name="Donate">The page with the form; null where the site has none.</param>
public sealed record CampaignView(Campaign Campaign, Page? Donate) : View;

/// <summary>The whole page around a view: everything the document's head, header and footer say.</summary>
public sealed record Sheet
{
    public required Organisation Organisation { get; init; }
    public required Words Words { get; init; }
    /// <summary>The instant that the sheet shows the site at.</summary>
    public required DateTimeOffset At { get; init; }
    public required View View { get; init; }
    public required string Url { get; init; }
    public required string Language { get; init; }
    /// <summary>The attributes of what is in the page's own language, where its words are in another; null where they are not.</summary>
    public Dictionary<string, object>? Mark => LanguageMark.Of(Language, Words.In.Tag);
    public required string Title { get; init; }
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

/// <summary>Finished HTML that most pages of an edition share, drawn once.</summary>
public sealed record CommonParts(string HeadLinks, string Footer);

/// <param name="Language">BCP 47.</param>
/// <param name="Name">The language's name in that language.</param>
public sealed record Alternate(string Language, string Name, string Url);

/// <param name="Format">As readers know it: <c>Atom</c>, <c>RSS</c>, <c>JSON</c>.</param>
public sealed record Feed(string Title, string Format, string Url, string MediaType);

/// <summary>Addresses of the theme's files, each with a content hash in its name.</summary>
/// <param name="Fonts">The fonts that the first screen needs.</param>
/// <param name="Scripts">By the name of the file without its ending.</param>
public sealed record Assets(string StyleSheet, ImmutableArray<string> Fonts, ImmutableSortedDictionary<string, string> Scripts, string Icon, string AppleIcon, string Manifest);
