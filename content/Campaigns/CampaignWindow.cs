namespace Advocacy.Content.Campaigns;

/// <param name="Starts">Inclusive.</param>
/// <param name="Ends">Exclusive.</param>
public sealed record CampaignWindow(DateTimeOffset Starts, DateTimeOffset Ends);
