using Advocacy.Generator.Documents.Painting;

namespace Advocacy.Generator.Documents.Hidden;

/// <summary>The title and the bookmarks of a file: a program that takes a name out of the pages may leave it there.</summary>
internal sealed class Titles(PdfObjects objects)
{
    /// <param name="title">As the properties say; null where they say none.</param>
    public IEnumerable<HiddenContent> Find(string? title, ShownText shown)
    {
        // Pages that are pictures have no words to compare.
        if (shown.Words.Count == 0)
            yield break;
        if (title is not null && HasOthers(title, shown))
            yield return new(false, "", "has a title with words that its pages do not have", "read the title in the document's properties");
        if (objects.Bookmarks().Any(bookmark => objects.Text(bookmark, "Title") is { } words && HasOthers(words, shown)))
            yield return new(false, "", "has bookmarks with words that its pages do not have", "read the bookmarks beside the pages");
    }

    private static bool HasOthers(string text, ShownText shown) => ShownText.WordsOf(text).Any(word => word.Length > 2 && !shown.Has(word));
}
