using System.Collections.Immutable;
using Advocacy.Content.Documents;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Loading.FrontMatter;

namespace Advocacy.Generator.Loading.Entries;

/// <summary>
/// What a document says: as the staff wrote it out beside the PDF, else as the PDF has it. For links, a document's page is an entry
/// like any other; it is public when the page that it belongs to is.
/// </summary>
/// <param name="Page">Its file is the Markdown, or where that would be.</param>
public sealed record DocumentTranscript(Entry Page, TextOrigin Origin)
{
    /// <summary>One for each document that lies beside its page.</summary>
    public static ImmutableArray<DocumentTranscript> Find(IEnumerable<Entry> entries) =>
    [
        .. entries.SelectMany(owner => owner.Documents
            .Where(d => d.Page is not null)
            .DistinctBy(d => d.File, StringComparer.Ordinal)
            .Select(d => Of(owner, d))),
    ];

    /// <summary>Of the file.</summary>
    public DocumentFacts Facts => Page.Documents[0].Facts;

    /// <summary>Reads what the staff wrote out.</summary>
    /// <returns>With the problems of its own file; null where that cannot be read.</returns>
    public Entry? Read()
    {
        var folder = Path.GetDirectoryName(Page.Problems.Path)!.Replace('\\', '/');
        var problems = Page.Problems.For($"{folder}/{Path.GetFileName(Page.File)}");
        if (ContentFile.ReadBody(Page.File, problems) is not { } text)
            return null;
        if (!text.Span.ContainsAnyExcept(" \t\n"u8))
            problems.Add(1, "there is no text", "write it, or take the file away");
        return Page with { Utf8 = text, TextLine = 0, Problems = problems };
    }

    private static DocumentTranscript Of(Entry owner, DocumentFile document)
    {
        var (file, origin) = FileOf(document, owner.Content.Language);
        return new DocumentTranscript(owner with
        {
            File = file,
            Documents = [document],
            Content = owner.Content with
            {
                Url = document.Page!,
                Original = document.Page!,
                Title = document.Title,
                Language = origin == TextOrigin.Translation ? owner.Content.Language : document.Language,
            },
        }, origin);
    }

    /// <param name="language">Of the page that shows the document.</param>
    private static (string File, TextOrigin Origin) FileOf(DocumentFile document, string language)
    {
        if (language != document.Language && TranscriptFiles.Of(document.File, language) is { } translated)
            return (translated, TextOrigin.Translation);
        return (TranscriptFiles.Of(document.File, null) ?? TranscriptFiles.Of(document.File, document.Language)) is { } text
            ? (text, TextOrigin.Staff)
            : (Path.ChangeExtension(document.File, ".md"), TextOrigin.Program);
    }
}
