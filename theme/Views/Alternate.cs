namespace Advocacy.Theme.Views;

/// <param name="Language">BCP 47.</param>
/// <param name="Name">The language's name in that language.</param>
public sealed record Alternate(string Language, string Name, string Url);
