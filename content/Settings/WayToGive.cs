namespace Advocacy.Content.Settings;

public sealed record WayToGive(string Title, string Text);
