namespace Advocacy.Content.Pages;

/// <param name="Id">The anchor, unique on its page.</param>
/// <param name="Language">Null where the words are in the page's language.</param>
/// <param name="Placed">Whether the writer placed it in the text; otherwise it follows the text.</param>
public sealed record Quotation(
    string Id, string Words, string Speaker, string? Role, string? Organization, string? Language, bool Placed);
