using System.Collections.Immutable;
using System.Globalization;
using Advocacy.Content.Giving;

namespace Advocacy.Content.Settings;

/// <summary>Who publishes the site, and how the site behaves: the whole of <c>input/site.yml</c>.</summary>
public sealed record SiteSettings
{
    public required string Name { get; init; }
    public required string LegalName { get; init; }
    /// <summary>The employer identification number as printed on receipts, for instance <c>00-0000000</c>.</summary>
    public required string Ein { get; init; }
    public required string Tagline { get; init; }
    /// <summary>One or two sentences for machines and for pages without a description of their own.</summary>
    public required string Description { get; init; }
    /// <summary>Plain text, one paragraph: "About the organization" below each release.</summary>
    public required string Boilerplate { get; init; }
    /// <summary>The same in one sentence.</summary>
    public string? BoilerplateShort { get; init; }
    /// <summary>The same in full, for an article about the organization.</summary>
    public string? BoilerplateLong { get; init; }
    /// <summary>Scheme and host without a trailing slash, for instance <c>https://www.example.org</c>.</summary>
    public required string BaseUrl { get; init; }
    public required TimeZoneInfo TimeZone { get; init; }
    /// <summary>Where the edition in this language begins: <c>/</c> for the default edition, <c>/es/</c> for Spanish beside it.</summary>
    public string Root { get; init; } = EditionRoot.Default;
    /// <summary>BCP 47 tags; the first is the site's own language.</summary>
    public required ImmutableArray<string> Languages { get; init; }
    /// <summary>That of the edition.</summary>
    public string Language => IsDefault ? Languages[0] : Root.Trim('/');
    /// <summary>Whether this is the edition in the site's own language.</summary>
    public bool IsDefault => Root == EditionRoot.Default;
    public string ReleasesUrl => $"{Root}{SiteSection.PressReleases}";
    public string PetitionsUrl => $"{Root}{SiteSection.Petitions}";
    public string TopicsUrl => $"{Root}{SiteSection.Topics}";
    public string SearchUrl => $"{Root}{SiteSection.Search}";
    /// <summary>ISO 4217, upper case.</summary>
    public required string Currency { get; init; }
    public required PostalAddress Address { get; init; }
    public required string Email { get; init; }
    public string? Phone { get; init; }
    /// <summary>Where a reader asks for a document in another format.</summary>
    public required string AccessibleFormatsEmail { get; init; }
    /// <summary>The contact of <c>security.txt</c> (RFC 9116).</summary>
    public required string SecurityEmail { get; init; }
    public required ImmutableArray<Contact> Contacts { get; init; }
    public required ImmutableArray<Link> Navigation { get; init; }
    public required ImmutableArray<Link> FooterNavigation { get; init; }
    public required ImmutableArray<Topic> Topics { get; init; }
    /// <summary>Null where no gifts are taken online.</summary>
    public GivingRules? Giving { get; init; }
    public required ImmutableArray<Designation> Designations { get; init; }
    public required ImmutableArray<WayToGive> WaysToGive { get; init; }
    public required ImmutableArray<StateDisclosure> Disclosures { get; init; }
    public PressKit PressKit { get; init; } = PressKit.Empty;
    /// <summary>Releases on one page of a list, 5 to 100.</summary>
    public required int PageSize { get; init; }
    /// <summary>Whether each page has a picture of its own for social networks; otherwise all share one.</summary>
    public required bool SocialImages { get; init; }

    /// <summary>The list of one year's press releases.</summary>
    public string ReleasesUrlOf(int year) => string.Create(CultureInfo.InvariantCulture, $"{ReleasesUrl}{year}/");
}
