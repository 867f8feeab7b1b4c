using System.Collections.Immutable;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Markdown;
using Advocacy.Generator.Reading;
using Advocacy.Theme.Content;

namespace Advocacy.Generator.Planning;

/// <summary>
/// What a document says: as the staff wrote it out beside the PDF, else as the PDF has it. To links, a document's page is an entry like any other, public
/// when the page is that it belongs to.
/// </summary>
/// <param name="Page">Its file is the Markdown, or where that would be.</param>
public sealed record DocumentTexts(Entry Page, TextOrigin Origin)
{
    public static ImmutableArray<DocumentTexts> Find(Input input)
    {
        ImmutableArray<DocumentTexts> found =
            [.. input.Entries.SelectMany(owner => owner.Documents.Where(d => d.Page is not null).DistinctBy(d => d.Page, StringComparer.Ordinal).Select(d => Of(owner, d)))];
        var taken = input.Entries.Concat(found.Select(f => f.Page)).ToLookup(e => e.Content.Url, StringComparer.Ordinal);
        foreach (var page in found.Select(f => f.Page).Where(p => taken[p.Content.Url].First() != p))
            page.Problems.Add(page.Documents[0].Line, $"the page of {Path.GetFileName(page.Documents[0].File)} would be {page.Content.Url}, which is taken", "rename the file");
        var documents = input.Entries.SelectMany(e => e.Documents).Select(d => d.File).ToHashSet(StringComparer.Ordinal);
        foreach (var (file, line, problems) in input.Texts)
        {
            if (TextFiles.DocumentOf(file) is { } document && !documents.Contains(document))
                problems.Add(line, $"no page names {Path.GetFileName(document)}, whose text this is", "name it under Filings or Documents, or begin this file with front matter to make it a page");
        }
        return found;
    }

    public DocumentTexts Written(BodyWriter writer)
    {
        var problems = Page.Problems.For($"{Path.GetDirectoryName(Page.Problems.Path)!.Replace('\\', '/')}/{Path.GetFileName(Page.File)}");
        if (Origin == TextOrigin.Program || SourceText.Read(Page.File, frontMatter: false, problems) is not { } source)
            return this;
        var body = writer.Write(Page with { Text = source.FrontMatter, TextLine = 0, Problems = problems },
            ImmutableDictionary<string, Quotation>.Empty, new HashSet<string>(StringComparer.Ordinal), deeper: 1);
        return this with { Page = Page with { Content = Page.Content with { Body = body } } };
    }

    /// <returns>The page with what its documents say.</returns>
    /// <param name="texts">By the address of the document's page.</param>
    public static Entry Put(Entry owner, IReadOnlyDictionary<string, DocumentTexts> texts)
    {
        return owner.Content switch
        {
            _ when !owner.Documents.Any(d => d.Page is not null && texts.ContainsKey(d.Page)) => owner,
            Petition petition => owner with { Content = petition with { Filings = [.. petition.Filings.Select(f => f with { Document = With(f.Document) })] } },
            PressRelease release => owner with { Content = release with { Documents = [.. release.Documents.Select(d => With(d)!)] } },
            _ => owner,
        };

        Document? With(Document? document) => document?.Page is { } page && texts.TryGetValue(page, out var text)
            ? document with { Text = new DocumentText(text.Page.Content.Body, text.Page.Content.Language, text.Origin) }
            : document;
    }

    private static DocumentTexts Of(Entry owner, DocumentFile document)
    {
        var translated = owner.Content.Language == document.Language ? null : TextFiles.Of(document.File, owner.Content.Language);
        var (file, origin) = (translated ?? TextFiles.Of(document.File, null) ?? TextFiles.Of(document.File, document.Language)) is { } text
            ? (text, text == translated ? TextOrigin.Translation : TextOrigin.Staff)
            : (Path.ChangeExtension(document.File, ".md"), TextOrigin.Program);
        return new DocumentTexts(owner with
        {
            File = file,
            Documents = [document],
            Content = owner.Content with
            {
                Url = document.Page!,
                Original = document.Page!,
                Title = document.Title,
                Language = origin == TextOrigin.Translation ? owner.Content.Language : document.Language,
                Body = Transcript.Body(document.Facts.Text),
            },
        }, origin);
    }
}
