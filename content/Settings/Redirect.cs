namespace Advocacy.Content.Settings;

/// <param name="From">A path that was once published.</param>
/// <param name="To">A path on this site, or an absolute https address.</param>
public sealed record Redirect(string From, string To);
