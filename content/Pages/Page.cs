namespace Advocacy.Content.Pages;

public record Page : ContentItem
{
    public required PageLayout Layout { get; init; }
}
