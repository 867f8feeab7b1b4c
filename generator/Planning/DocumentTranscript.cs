using System.Collections.Immutable;
using Advocacy.Content.Documents;
using Advocacy.Content.Pages;
using Advocacy.Content.Settings;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Loading.FrontMatter;
using Advocacy.Generator.Markdown;

namespace Advocacy.Generator.Planning;

/// <summary>
/// What a document says: as the staff wrote it out beside the PDF, else as the PDF has it. To links, a document's page is an entry like any other, public
/// when the page is that it belongs to.
/// </summary>
/// <param name="Page">Its file is the Markdown, or where that would be.</param>
public sealed record DocumentTranscript(Entry Page, TextOrigin Origin)
{
    public static ImmutableArray<DocumentTranscript> Find(Input input)
    {
        ImmutableArray<DocumentTranscript> found =
            [.. input.Entries.SelectMany(owner => owner.Documents.Where(d => d.Page is not null).DistinctBy(d => d.File, StringComparer.Ordinal).Select(d => Of(owner, d)))];
        var taken = found.IsEmpty ? [] : input.Entries.Select(e => e.Content.Url).ToHashSet(StringComparer.Ordinal);
        foreach (var page in found.Select(f => f.Page).Where(p => !taken.Add(p.Content.Url)))
            page.Problems.Add(page.Documents[0].Line, $"the page of {Path.GetFileName(page.Documents[0].File)} would be {page.Content.Url}, which is taken", "rename the file");
        if (input.Texts.IsEmpty)
            return found;
        var documents = input.Entries.SelectMany(e => e.Documents).ToLookup(d => d.File, StringComparer.Ordinal);
        var shown = found.Where(f => f.Origin != TextOrigin.Program).Select(f => f.Page.File).ToHashSet(StringComparer.Ordinal);
        foreach (var text in input.Texts.Where(t => input.IsWhole && !shown.Contains(t.Value)))
        {
            if (TranscriptFiles.DocumentOf(text.Value) is { } document)
                Unshown(text, document, documents[document].FirstOrDefault(), input.Settings);
        }
        return found;
    }

    /// <summary>Says why nobody would read what somebody wrote out.</summary>
    private static void Unshown(Located<string> text, string file, DocumentFile? document, SiteSettings site)
    {
        var (name, (_, line, problems)) = (Path.GetFileName(file), text);
        var language = Path.GetExtension(Path.GetFileNameWithoutExtension(text.Value)).TrimStart('.');
        if (document is null)
            problems.Add(line, $"no page names {name}, whose text this is", "name it under Filings or Documents, or begin this file with front matter to make it a page");
        else if (document.Page is null)
            problems.Add(line, $"{name}, whose text this is, lies beside another page than the one that names it", "put both beside that page");
        else if (language.Length == 0 || language == document.Language)
            problems.Add(line, $"the text of {name} is here twice", "keep one of the files");
        else if (!site.Languages.Contains(language))
            problems.Add(line, $"the language \"{language}\" is not in site.yml", "add it there under Languages, or take it out of the file's name");
        else
            problems.Add(line, $"no page in {language} shows {name}, whose translation this is", "translate the page that names it, or keep this file out of the folder until somebody does");
    }

    /// <returns>What the staff wrote out; null where there is something wrong with it.</returns>
    public Body? Write(BodyRenderer writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var problems = Page.Problems.For($"{Path.GetDirectoryName(Page.Problems.Path)!.Replace('\\', '/')}/{Path.GetFileName(Page.File)}");
        if (ContentFile.ReadBody(Page.File, problems) is not { } text)
            return null;
        if (!text.Span.ContainsAnyExcept(" \t\n"u8))
            problems.Add(1, "there is no text", "write it, or take the file away");
        var body = writer.Write(Page with { Utf8 = text, TextLine = 0, Problems = problems },
            ImmutableDictionary<string, Quotation>.Empty, new HashSet<string>(StringComparer.Ordinal), deeper: 1);
        return problems.IsEmpty ? body : null;
    }

    private static DocumentTranscript Of(Entry owner, DocumentFile document)
    {
        var translated = owner.Content.Language == document.Language ? null : TranscriptFiles.Of(document.File, owner.Content.Language);
        var (file, origin) = (translated ?? TranscriptFiles.Of(document.File, null) ?? TranscriptFiles.Of(document.File, document.Language)) is { } text
            ? (text, text == translated ? TextOrigin.Translation : TextOrigin.Staff)
            : (Path.ChangeExtension(document.File, ".md"), TextOrigin.Program);
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
                Body = Transcript.Body(document.Facts.Text),
            },
        }, origin);
    }
}
