using System.Collections.Immutable;
using Advocacy.Content.Documents;
using Advocacy.Content.Pages;

namespace Advocacy.Theme.Views;

/// <summary>The rendered texts that a page shows, beside what was planned for it.</summary>
/// <param name="Body">The page's own; empty where it has none.</param>
public sealed record PageTexts(Body Body)
{
    public static PageTexts None { get; } = new(Body.Empty);

    /// <summary>For a document: null where nobody has written it out and the file has no text of its own.</summary>
    public DocumentText? Document { get; init; }

    /// <summary>For the page of addresses that lead nowhere: its texts in other languages, by their pages' addresses.</summary>
    public ImmutableDictionary<string, Body> Elsewhere { get; init; } = ImmutableDictionary<string, Body>.Empty;
}
