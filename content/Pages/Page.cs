namespace Advocacy.Content.Pages;

public sealed record Page : ContentItem
{
    public required PageLayout Layout { get; init; }
}
