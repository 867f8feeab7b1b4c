namespace Advocacy.Content.Campaigns;

public enum PhaseKind { Before, Eve, Day, Thanks, Over }

/// <summary>What the campaign says from an instant until its next phase starts.</summary>
/// <param name="Banner">For the top of every page; null once it is over.</param>
public sealed record CampaignPhase(PhaseKind Kind, DateTimeOffset Starts, string Text, Banner? Banner);
