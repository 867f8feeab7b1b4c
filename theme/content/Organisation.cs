using System.Collections.Immutable;
using Advocacy.Theme.Giving;

namespace Advocacy.Theme.Content;

/// <summary>Who publishes the site, and how the site behaves: the whole of <c>input/site.yml</c>.</summary>
public sealed record Organisation
{
    public required string Name { get; init; }
    public required string LegalName { get; init; }
    /// <summary>The employer identification number as printed on receipts, for instance <c>00-0000000</c>.</summary>
    public required string Ein { get; init; }
    public required string Tagline { get; init; }
    /// <summary>One or two sentences for machines and for pages without a description of their own.</summary>
    public required string Description { get; init; }
    /// <summary>Plain text, one paragraph: "About the organisation" below each release.</summary>
    public required string Boilerplate { get; init; }
    /// <summary>The same in one sentence.</summary>
    public string? BoilerplateShort { get; init; }
    /// <summary>The same in full, for an article about the organisation.</summary>
    public string? BoilerplateLong { get; init; }
    /// <summary>Scheme and host without a trailing slash, for instance <c>https://www.example.org</c>.</summary>
    public required string BaseUrl { get; init; }
    public required TimeZoneInfo TimeZone { get; init; }
    /// <summary>Where the edition in this language begins: <c>/</c> for the site's own language, <c>/es/</c> for Spanish beside it.</summary>
    public string Root { get; init; } = "/";
    /// <summary>BCP 47 tags; the first is the site's own language.</summary>
    public required ImmutableArray<string> Languages { get; init; }
    /// <summary>That of the edition.</summary>
    public string Language => Root == "/" ? Languages[0] : Root.Trim('/');
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
}

public sealed record PostalAddress(string Street, string City, string? Region, string PostalCode, string Country);

/// <param name="Key">The name by which a release asks for this contact.</param>
public sealed record Contact(string Key, string Name, string? Role, string Email, string? Phone);

/// <param name="Url">A path on this site, or an absolute https address.</param>
public sealed record Link(string Text, string Url)
{
    /// <summary>Of the text; null where that is in the language of what is around it.</summary>
    public string? Language { get; init; }
}

/// <param name="Slug">The last part of the topic's address.</param>
public sealed record Topic(string Slug, string Title, string? Description)
{
    /// <summary>That of <see cref="Organisation.Root"/>.</summary>
    public string Root { get; init; } = "/";

    public string Url => $"{Root}topics/{Slug}/";
}

public sealed record WayToGive(string Title, string Text);

/// <param name="Text">What the state's law asks a charity to print where it asks for gifts.</param>
public sealed record StateDisclosure(string State, string Text);

/// <param name="From">A path that was once published.</param>
/// <param name="To">A path on this site, or an absolute https address.</param>
public sealed record Redirect(string From, string To);
