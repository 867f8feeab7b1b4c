namespace Advocacy.Theme.Content;

/// <summary>A goal over time. Its banner stands on every page from <see cref="Starts"/> (inclusive) to <see cref="Ends"/> (exclusive).</summary>
public sealed record Campaign
{
    public required string Path { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required DateTimeOffset Starts { get; init; }
    public required DateTimeOffset Ends { get; init; }
    public required string BannerText { get; init; }
    public required Link BannerLink { get; init; }
    public bool Draft { get; init; }
}
