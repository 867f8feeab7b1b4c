using Advocacy.Generator.Documents.Painting;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Advocacy.Generator.Documents.Hidden;

/// <summary>
/// What a PDF does besides showing pages: files that it carries, scripts, programs that it starts (ISO 32000-1, 7.11.4, 12.6 and 13).
/// </summary>
internal sealed class ActiveContent(PdfObjects objects)
{
    private const int MostNodes = 100_000;
    private const int MostActions = 100;

    private readonly HashSet<IndirectReference> _met = [];
    private bool _hasFiles;
    private bool _hasScripts;
    private bool _hasLaunches;
    private bool _hasMedia;
    private int _nodes;

    /// <param name="file">All of it.</param>
    public IEnumerable<HiddenContent> Find(ReadOnlyMemory<byte> file)
    {
        LookAtCatalog();
        LookAtBookmarks();
        _hasFiles |= CarriesFiles(file.Span);
        if (_hasFiles)
            yield return new(
                true,
                "",
                "has other files attached to it",
                "take the attachments out and save it again; publish those that readers should have as further documents");
        if (_hasScripts)
            yield return new(true, "", "has scripts in it", "print it to a new PDF, which leaves them out");
        if (_hasLaunches)
            yield return new(
                true, "", "starts a program or sends a form when it is opened or used", "print it to a new PDF, which does not");
        if (_hasMedia)
            yield return new(
                true, "", "has sound, film or 3D in it, whose content is not examined", "take it out, and publish it as a file by itself");
    }

    /// <summary>
    /// A file may hang on any object, and LibreOffice hangs the original on the trailer. Its stream says so itself (ISO 32000-1, 7.11.4.2),
    /// and stands in no compressed object.
    /// </summary>
    private static bool CarriesFiles(ReadOnlySpan<byte> file)
    {
        if (file.IndexOf("/AdditionalStreams"u8) >= 0)
            return true;
        for (var from = 0; file[from..].IndexOf("/EmbeddedFile"u8) is >= 0 and var at;)
        {
            from += at + "/EmbeddedFile"u8.Length;
            if (from < file.Length && file[from] is not (byte)'s')
                return true;
        }
        return false;
    }

    private void LookAtBookmarks()
    {
        foreach (var bookmark in objects.Bookmarks())
            LookAtAction(objects.Entry(bookmark, "A"));
    }

    private void LookAtCatalog()
    {
        var catalog = objects.Catalog;
        if (objects.Entry<DictionaryToken>(catalog, "Names") is { } names)
        {
            _hasFiles |= Leaves(names, "EmbeddedFiles").Any();
            foreach (var action in Leaves(names, "JavaScript"))
                LookAtAction(action);
        }
        _hasFiles |= objects.Entry(catalog, "AF") is ArrayToken { Length: > 0 };
        LookAtAction(objects.Entry(catalog, "OpenAction"));
        LookAtTriggers(catalog);
        if (objects.Entry<DictionaryToken>(catalog, "AcroForm") is { } form)
            LookAtFields(objects.Entry<ArrayToken>(form, "Fields"), 0);
    }

    public void Look(DictionaryToken page)
    {
        LookAtTriggers(page);
        _hasFiles |= objects.Entry(page, "AF") is ArrayToken { Length: > 0 };
        foreach (var token in objects.Entry<ArrayToken>(page, "Annots")?.Data ?? [])
        {
            if (objects.Follow<DictionaryToken>(token) is not { } annotation)
                continue;
            var type = objects.Entry<NameToken>(annotation, "Subtype")?.Data;
            _hasFiles |= type == "FileAttachment";
            _hasMedia |= type is "Sound" or "Movie" or "Screen" or "3D" or "RichMedia";
            LookAtAction(objects.Entry(annotation, "A"));
            LookAtTriggers(annotation);
        }
    }

    private void LookAtFields(ArrayToken? fields, int depth)
    {
        foreach (var token in fields?.Data ?? [])
        {
            if (depth > 50 || ++_nodes > MostNodes || (token is IndirectReferenceToken reference && !_met.Add(reference.Data))
                || objects.Follow<DictionaryToken>(token) is not { } field)
                continue;
            LookAtAction(objects.Entry(field, "A"));
            LookAtTriggers(field);
            LookAtFields(objects.Entry<ArrayToken>(field, "Kids"), depth + 1);
        }
    }

    private void LookAtTriggers(DictionaryToken holder)
    {
        foreach (var action in objects.Entry<DictionaryToken>(holder, "AA")?.Data.Values ?? [])
            LookAtAction(action);
    }

    /// <summary>An action may be followed by others.</summary>
    private void LookAtAction(IToken? token)
    {
        var next = new Stack<IToken?>([token]);
        for (var count = 0; count < MostActions && next.TryPop(out var each); count++)
        {
            if (objects.Follow(each) is ArrayToken array)
            {
                foreach (var item in array.Data)
                    next.Push(item);
            }
            else if (objects.Follow(each) is DictionaryToken action)
            {
                var type = objects.Entry<NameToken>(action, "S")?.Data;
                _hasScripts |= type == "JavaScript";
                _hasLaunches |= type is "Launch" or "SubmitForm" or "ImportData" or "GoToE";
                _hasMedia |= type is "Rendition" or "RichMediaExecute" or "Movie" or "Sound";
                next.Push(objects.Entry(action, "Next"));
            }
        }
    }

    /// <summary>The values of a name tree (ISO 32000-1, 7.9.6).</summary>
    private IEnumerable<IToken> Leaves(DictionaryToken names, string name)
    {
        var next = new Stack<DictionaryToken>();
        if (objects.Entry<DictionaryToken>(names, name) is { } root)
            next.Push(root);
        while (++_nodes < MostNodes && next.TryPop(out var node))
        {
            var pairs = objects.Entry<ArrayToken>(node, "Names")?.Data ?? [];
            for (var i = 1; i < pairs.Count; i += 2)
                yield return pairs[i];
            foreach (var kid in objects.Entry<ArrayToken>(node, "Kids")?.Data ?? [])
            {
                if (objects.Follow<DictionaryToken>(kid) is { } inner)
                    next.Push(inner);
            }
        }
    }
}
