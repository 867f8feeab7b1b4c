namespace Advocacy.Content.Settings;

/// <param name="Key">The name by which a release asks for this contact.</param>
public sealed record Contact(string Key, string Name, string? Role, string Email, string? Phone);
