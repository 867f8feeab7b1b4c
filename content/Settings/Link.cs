namespace Advocacy.Content.Settings;

/// <param name="Url">A path on this site, or an absolute https address.</param>
public sealed record Link(string Text, string Url)
{
    /// <summary>Of the text; null where that is in the language of what is around it.</summary>
    public string? Language { get; init; }
}
