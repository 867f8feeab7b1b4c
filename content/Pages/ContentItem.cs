namespace Advocacy.Content.Pages;

/// <summary>What every page has, whatever its kind, but for its text, which is rendered later.</summary>
public abstract record ContentItem
{
    /// <summary>The file in <c>input/</c>, with forward slashes.</summary>
    public required string Path { get; init; }
    /// <summary>The address on the site, for instance <c>/press-releases/ferry/</c>.</summary>
    public required string Url { get; init; }
    public required string Language { get; init; }
    /// <summary>That of the edition the page stands in: its address's, or, where it is an original, its language's.</summary>
    public string Root { get; init; } = EditionRoot.Default;
    /// <summary>The address of the page that this one translates; its own where it translates none.</summary>
    public required string Original { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public Picture? Image { get; init; }
    public bool Draft { get; init; }
    /// <summary>Null where the page is always there.</summary>
    public DateTimeOffset? Published { get; init; }
    /// <summary>The instant at which the page is no longer public.</summary>
    public DateTimeOffset? Expires { get; init; }
    public Withdrawal? Withdrawn { get; init; }
}
