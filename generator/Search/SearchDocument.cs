using System.Collections.Immutable;
using Advocacy.Content.Pages;

namespace Advocacy.Generator.Search;

/// <summary>Something public that a reader can look for.</summary>
/// <param name="Language">Of the title and the summary; BCP 47.</param>
/// <param name="TextLanguage">Of the passages, and of what the reader then reads.</param>
/// <param name="Summary">What a list says of it; its words count for more than those of the text.</param>
/// <param name="Date">Null where it has none.</param>
/// <param name="Topics">Their slugs.</param>
/// <param name="Passages">The whole text, in order. One for most; one for each page of a document, so that a result leads to the
/// page.</param>
public sealed record SearchDocument(
    string Url,
    SearchKind Kind,
    string Language,
    string TextLanguage,
    string Title,
    string Summary,
    DateOnly? Date,
    ImmutableArray<string> Topics,
    ImmutableArray<Passage> Passages);

/// <param name="Anchor">What follows the number sign of the address; empty for the page itself.</param>
public sealed record Passage(string Anchor, string Text);
