using Advocacy.Content.Documents;
using Advocacy.Content.Settings;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Loading.FrontMatter;

namespace Advocacy.Generator.Validation;

/// <summary>Each document has a page of its own, and each text that the staff wrote out for a document is shown on one.</summary>
internal sealed class TranscriptCheck : ISiteCheck
{
    public CheckStage Stage => CheckStage.Loaded;

    public void Check(CheckContext context) => Check(context.Input);

    public static void Check(Input input)
    {
        CheckAddresses(input);
        // A page that cannot be read may be the one that names the document.
        if (input.TranscriptFiles.IsEmpty || !input.IsWhole)
            return;
        var documents = input.Entries.SelectMany(e => e.Documents).ToLookup(d => d.File, StringComparer.Ordinal);
        var shown = input.Transcripts.Where(t => t.Origin != TextOrigin.Program).Select(t => t.Page.File).ToHashSet(StringComparer.Ordinal);
        foreach (var text in input.TranscriptFiles.Where(t => !shown.Contains(t.Value)))
        {
            if (TranscriptFiles.DocumentOf(text.Value) is not { } document)
                continue;
            var (what, fix) = ReasonNotShown(text.Value, document, documents[document].FirstOrDefault(), input.Settings);
            text.Problems.Add(text.Line, what, fix);
        }
    }

    private static void CheckAddresses(Input input)
    {
        var taken = input.Entries.Select(e => e.Content.Url).ToHashSet(StringComparer.Ordinal);
        foreach (var page in input.Transcripts.Select(t => t.Page).Where(p => !taken.Add(p.Content.Url)))
        {
            var document = page.Documents[0];
            page.Problems.Add(
                document.Line,
                $"the page of {Path.GetFileName(document.File)} would be {page.Content.Url}, which is taken",
                "rename the file");
        }
    }

    /// <param name="document">Null where no page names the file.</param>
    private static (string What, string Fix) ReasonNotShown(string text, string file, DocumentFile? document, SiteSettings site)
    {
        var name = Path.GetFileName(file);
        var language = Path.GetExtension(Path.GetFileNameWithoutExtension(text)).TrimStart('.');
        return document is null
                ? ($"no page names {name}, whose text this is",
                    "name it under Filings or Documents, or begin this file with front matter to make it a page")
            : document.Page is null
                ? ($"{name}, whose text this is, lies beside another page than the one that names it", "put both beside that page")
            : language.Length == 0 || language == document.Language
                ? ($"the text of {name} is here twice", "keep one of the files")
            : !site.Languages.Contains(language)
                ? ($"the language \"{language}\" is not in site.yml", "add it there under Languages, or take it out of the file's name")
            : ($"no page in {language} shows {name}, whose translation this is",
                "translate the page that names it, or keep this file out of the folder until somebody does");
    }
}
