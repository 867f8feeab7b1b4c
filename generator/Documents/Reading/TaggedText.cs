using Advocacy.Generator.Documents.Painting;
using Advocacy.Generator.Text;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;
namespace Advocacy.Generator.Documents.Reading;

/// <summary>
/// The text of a tagged PDF in the order of its structure tree, with the headings and lists that its tags name (ISO 32000-1, 14.7 and
/// 14.8).
/// </summary>
internal sealed class TaggedText
{
    private const int Deepest = 100;
    private const int MostElements = 200_000;

    private readonly Dictionary<(int Page, int Mark), string> _words = [];
    private readonly HashSet<(int Page, int Mark)> _spoiled = [];
    private readonly Dictionary<(int Page, int Widget), string> _fields = [];
    private readonly Dictionary<IndirectReference, (int Page, int Widget)> _widgets = [];
    private readonly Dictionary<IndirectReference, int> _pages;
    private readonly PdfObjects _objects;
    private readonly DictionaryToken? _roles;
    private readonly List<DocumentBlock> _passages = [];
    private readonly string? _language;
    private int _elements;
    private int _page;

    private TaggedText(IReadOnlyList<ReadablePage> pages, PdfObjects objects, DictionaryToken tree)
    {
        _objects = objects;
        _pages = objects.Pages(pages.Count);
        _language = objects.Text(objects.Catalog, "Lang");
        _roles = objects.Entry(tree, "RoleMap") as DictionaryToken;
        foreach (var page in pages)
        {
            NoteFields(page);
            _spoiled.UnionWith(page.SpoiledMarks.Select(mark => (page.Number, mark)));
            var marked = page.Painted.Where(l => l.Span is not { IsArtifact: true }).GroupBy(l => MarkedSpan.IdOf(l.Span));
            foreach (var letters in marked.Where(g => g.Key is not null))
                _words[(page.Number, letters.Key!.Value)] = PdfWords.Words(letters.Select(l => l.Letter));
        }
    }

    public static IReadOnlyList<DocumentBlock> Of(IReadOnlyList<ReadablePage> pages, PdfObjects objects, DictionaryToken tree)
    {
        var text = new TaggedText(pages, objects, tree);
        text.Walk(objects.Entry(tree, "K"), 0, null, 0);
        text.TurnTo(pages.Count);
        return [.. text.WithFields()];
    }

    /// <summary>Fields that no tag names come behind the other passages of their page.</summary>
    private IEnumerable<DocumentBlock> WithFields()
    {
        var left = _fields.OrderBy(f => f.Key).ToLookup(f => f.Key.Page, f => f.Value);
        var page = 0;
        foreach (var passage in _passages)
        {
            if (passage is PageStart start)
            {
                foreach (var text in left[page])
                    yield return new Paragraph(text);
                page = start.Number;
            }
            yield return passage;
        }
        foreach (var text in left[page])
            yield return new Paragraph(text);
    }

    /// <summary>The value of a field that the tree names (ISO 32000-1, 14.7.4.3); it is placed once.</summary>
    private string? Field(IToken token) =>
        token is DictionaryToken reference && reference.TryGet(NameToken.Create("Obj"), out IToken? widget)
        && widget is IndirectReferenceToken { Data: var named } && _widgets.TryGetValue(named, out var field)
        && _fields.Remove(field, out var text) ? text : null;

    private void NoteFields(ReadablePage page)
    {
        var letters = page.Painted.Where(l => l.Field is not null).GroupBy(l => l.Field!.Value).ToArray();
        if (letters.Length == 0 || _objects.Entry<ArrayToken>(page.Dictionary, "Annots") is not { } annotations)
            return;
        foreach (var field in letters)
        {
            _fields[(page.Number, field.Key)] = string.Concat(field.Select(l => l.Letter.Value));
            if (annotations[field.Key] is IndirectReferenceToken { Data: var named })
                _widgets[named] = (page.Number, field.Key);
        }
    }

    private void Walk(IToken? token, int page, string? language, int depth)
    {
        if (depth > Deepest || ++_elements > MostElements)
            return;
        switch (_objects.Follow(token))
        {
            case ArrayToken array:
                foreach (var child in array.Data)
                    Walk(child, page, language, depth + 1);
                break;
            case DictionaryToken element when Role(element) is { } role:
                page = PageOf(element, page);
                language = LanguageOf(element, language);
                if (role == "Figure" && _objects.Text(element, "Alt") is { } seen)
                    AddPassage(page, seen, text => new Paragraph(text) { Language = language });
                else if (IsWhole(role))
                    Add(role, element, page, language, depth);
                else
                    Walk(_objects.Entry(element, "K"), page, language, depth + 1);
                break;
            case { } reference when Field(reference) is { } value:
                AddPassage(page, value, text => new Paragraph(text) { Language = language });
                break;
            // Words that stand in a division itself.
            case { } mark when Mark(mark, page) is { } place:
                AddPassage(place.Page, _words.GetValueOrDefault(place, ""), text => new Paragraph(text) { Language = language });
                break;
        }
    }

    private void Add(string role, DictionaryToken element, int page, string? language, int depth)
    {
        var words = new List<string>();
        var (first, isSpoiled) = (0, false);
        Gather(_objects.Entry(element, "K"), page, depth + 1);
        var passage = (isSpoiled ? null : _objects.Text(element, "ActualText"))
            ?? PdfWords.Lines(words.Where(w => !string.IsNullOrWhiteSpace(w)));
        AddPassage(first == 0 ? page : first, passage, text => role switch
        {
            "H" => new Heading(1, text) { Language = language },
            ['H', >= '1' and <= '6' and var level] => new Heading(level - '0', text) { Language = language },
            "LI" => new ListItem(text) { Language = language },
            _ => new Paragraph(text) { Language = language },
        });

        void Gather(IToken? token, int at, int level)
        {
            if (level > Deepest || ++_elements > MostElements)
                return;
            switch (_objects.Follow(token))
            {
                case ArrayToken array:
                    foreach (var child in array.Data)
                        Gather(child, at, level + 1);
                    break;
                case DictionaryToken inner when Role(inner) is not null:
                    Gather(_objects.Entry(inner, "K"), PageOf(inner, at), level + 1);
                    break;
                case { } reference when Field(reference) is { } value:
                    words.Add(value);
                    break;
                case { } mark when Mark(mark, at) is { } place:
                    first = first == 0 ? place.Page : first;
                    isSpoiled |= _spoiled.Contains(place);
                    words.Add(_words.GetValueOrDefault(place, ""));
                    break;
            }
        }
    }

    private void AddPassage(int page, string text, Func<string, DocumentBlock> make)
    {
        if (!text.Any(c => char.IsLetterOrDigit(c) || char.IsSymbol(c)))
            return;
        TurnTo(page);
        _passages.Add(make(text));
    }

    private void TurnTo(int page)
    {
        while (_page < page)
            _passages.Add(new PageStart(++_page));
    }

    /// <summary>Marked content is named by its number, or by a dictionary with the number and the page.</summary>
    private (int Page, int Mark)? Mark(IToken token, int page) => token switch
    {
        NumericToken number => (page, number.Int),
        DictionaryToken reference when _objects.Entry(reference, "MCID") is NumericToken number => (PageOf(reference, page), number.Int),
        _ => null,
    };

    private int PageOf(DictionaryToken element, int otherwise) =>
        element.TryGet(NameToken.Create("Pg"), out var token)
            && token is IndirectReferenceToken reference
            && _pages.TryGetValue(reference.Data, out var page) ? page : otherwise;

    /// <returns>Null where it is the document's own.</returns>
    private string? LanguageOf(DictionaryToken element, string? around) =>
        _objects.Text(element, "Lang") is not { } language
            || !LanguageTag.IsOne(language) ? around : language == _language ? null : language;

    /// <returns>The standard name of an element's structure type; null where it is no element.</returns>
    private string? Role(DictionaryToken element)
    {
        var role = (_objects.Entry(element, "S") as NameToken)?.Data;
        for (var step = 0; step < 8 && role is not null && _roles is not null; step++)
        {
            if (_objects.Entry(_roles, role) is not NameToken { Data: var mapped } || mapped == role)
                break;
            role = mapped;
        }
        return role;
    }

    /// <summary>Whether all that is in the element is one passage.</summary>
    private static bool IsWhole(string role) =>
        role is "P" or "H" or "LI" or "TD" or "TH" or "Caption" or "TOCI"
            or "Code" or "Note" or "Span" or "Link" or "Quote" or ['H', >= '1' and <= '6'];
}
