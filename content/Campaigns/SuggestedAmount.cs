namespace Advocacy.Content.Campaigns;

/// <param name="Minor">Minor units.</param>
/// <param name="Text">What it does, or is meant to do.</param>
public sealed record SuggestedAmount(long Minor, string Text);
