namespace Advocacy.Theme.Views;

/// <summary>Finished HTML that most pages of an edition share, drawn once.</summary>
public sealed record CommonParts(string HeadLinks, string Footer);
