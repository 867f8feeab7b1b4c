namespace Advocacy.Content.PressReleases;

public sealed record Note(DateOnly Date, string Text);
