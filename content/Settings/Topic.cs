namespace Advocacy.Content.Settings;

/// <param name="Slug">The last part of the topic's address.</param>
public sealed record Topic(string Slug, string Title, string? Description)
{
    /// <summary>That of <see cref="SiteSettings.Root"/>.</summary>
    public string Root { get; init; } = EditionRoot.Default;

    public string Url => $"{Root}{SiteSection.Topics}{Slug}/";
}
