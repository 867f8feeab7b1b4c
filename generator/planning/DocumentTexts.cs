using System.Collections.Immutable;
using System.Text;
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

    /// <returns>What the staff wrote out; null where there is something wrong with it.</returns>
    public Body? Write(BodyWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var problems = Page.Problems.For($"{Path.GetDirectoryName(Page.Problems.Path)!.Replace('\\', '/')}/{Path.GetFileName(Page.File)}");
        if (SourceText.Read(Page.File, frontMatter: false, problems) is not { } source)
            return null;
        var body = writer.Write(Page with { Utf8 = Encoding.UTF8.GetBytes(source.FrontMatter), TextLine = 0, Problems = problems },
            ImmutableDictionary<string, Quotation>.Empty, new HashSet<string>(StringComparer.Ordinal), deeper: 1);
        return problems.IsEmpty ? body : null;
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
