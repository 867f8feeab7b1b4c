using Advocacy.Content;
using Advocacy.Generator.Documents.Reading;

namespace Advocacy.Generator.Documents;

/// <summary>What a PDF lacks that its readers need. The document is published all the same.</summary>
/// <param name="Name">In a word, for a list.</param>
/// <param name="What">To follow the file's name, without a full stop.</param>
/// <param name="Fix">Without a full stop.</param>
public sealed record AccessibilityIssue(string Name, string What, string Fix)
{
    private const int MostListed = 8;
    private const string Recognize = "run text recognition (OCR) on it, or write its text out in Markdown beside it, under the same name";

    private static readonly AccessibilityIssue _text = new("text",
        "has no text, only pictures of pages", Recognize);
    private static readonly AccessibilityIssue _tags = new("tags",
        "is not tagged, so that a screen reader finds no headings and no order in it",
        "export it again as a tagged PDF: in Word, choose \"Document structure tags for accessibility\"");
    private static readonly AccessibilityIssue _title = new("title",
        "has no title of its own", "fill in Title in the document's properties, and export it again");
    private static readonly AccessibilityIssue _language = new("language",
        "does not say which language it is in", "set the language in the program it was made with, and export it again");

    private static readonly AccessibilityIssue _unread = new("text that can be read out",
        "takes too long to be read as text, so that its text is neither shown nor found",
        "export it again from the program it was made with, or write its text out in Markdown beside it, under the same name");

    private static readonly AccessibilityIssue _rest = new("text to the end",
        "is so long that its text is shown, and found, for its first pages only",
        "split it, or write its text out in Markdown beside it, under the same name");

    private static AccessibilityIssue Pictures(DocumentFacts facts) => new("text on some pages",
        $"has no text on {(facts.Pictures.Count == 1 ? "page" : "pages")} {Listed(facts.Pictures)}, only pictures", Recognize);

    /// <param name="writtenOut">Whether the staff wrote out the text.</param>
    public static IEnumerable<AccessibilityIssue> Of(DocumentFacts facts, bool writtenOut) => facts.Kind != "PDF" ? [] :
        new[]
        {
            writtenOut ? null : facts.IsUnread ? _unread : facts.Text.Length == 0 ? _text : facts.Pictures.IsEmpty ? null : Pictures(facts),
            !writtenOut && Transcript.IsCut(facts.Text) ? _rest : null,
            facts.Tagged ? null : _tags, facts.Title is null ? _title : null, facts.Language is null ? _language : null,
        }.OfType<AccessibilityIssue>();

    private static string Listed(EquatableArray<int> pages) =>
        string.Join(", ", pages.Take(MostListed)) + (pages.Count > MostListed ? $" and {pages.Count - MostListed} more" : "");
}
