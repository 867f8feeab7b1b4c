namespace Advocacy.Content.Pages;

/// <param name="Id">The anchor, unique on its page.</param>
/// <param name="Language">Null where the words are in the page's language.</param>
public sealed record Quotation(
    string Id, string Words, string Speaker, string? Role, string? Organization, string? Language);
