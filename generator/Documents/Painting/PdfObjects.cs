using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Advocacy.Generator.Documents.Painting;

/// <summary>What a PDF holds, with references followed.</summary>
/// <param name="find">The object behind a reference; null where there is none.</param>
/// <param name="catalog">Of the document; empty where only a page is read.</param>
internal sealed class PdfObjects(Func<IndirectReference, ObjectToken?> find, DictionaryToken catalog)
{
    public static PdfObjects Of(PdfDocument pdf) => new(pdf.Structure.GetObject, pdf.Structure.Catalog.CatalogDictionary);

    public static PdfObjects Of(IPdfTokenScanner scanner) => new(scanner.Get, new DictionaryToken(new Dictionary<NameToken, IToken>()));

    /// <summary>How every file is opened: what is wrong with it in small is put up with.</summary>
    public static ParsingOptions Lenient() => new() { UseLenientParsing = true, SkipMissingFonts = true };

    private const int DeepestTree = 50;
    private const int MostBookmarks = 100_000;

    public DictionaryToken Catalog { get; } = catalog;

    public IToken? Entry(DictionaryToken dictionary, string name) =>
        dictionary.TryGet(NameToken.Create(name), out var token) ? Follow(token) : null;

    public T? Entry<T>(DictionaryToken dictionary, string name) where T : class, IToken => Entry(dictionary, name) as T;

    public T? Follow<T>(IToken? token) where T : class, IToken => Follow(token) as T;

    /// <summary>An entry that a field or page has from those that it belongs to (ISO 32000-1, 7.7.3.4 and 12.7.3.1).</summary>
    public IToken? Inherited(DictionaryToken? node, string name)
    {
        for (var depth = 0; node is not null && depth < DeepestTree; depth++)
        {
            if (Entry(node, name) is { } value)
                return value;
            node = Entry<DictionaryToken>(node, "Parent");
        }
        return null;
    }

    /// <summary>Each bookmark once (ISO 32000-1, 12.3.3): an outline may lead back to where it was.</summary>
    public IEnumerable<DictionaryToken> Bookmarks()
    {
        var met = new HashSet<IToken>(ReferenceEqualityComparer.Instance);
        var references = new HashSet<IndirectReference>();
        var next = new Stack<IToken?>();
        if (Entry<DictionaryToken>(Catalog, "Outlines") is { } outlines)
            PushKin(outlines);
        while (met.Count < MostBookmarks && next.TryPop(out var token))
        {
            if ((token is IndirectReferenceToken reference && !references.Add(reference.Data))
                || Follow<DictionaryToken>(token) is not { } bookmark || !met.Add(bookmark))
                continue;
            yield return bookmark;
            PushKin(bookmark);
        }

        void PushKin(DictionaryToken bookmark)
        {
            foreach (var name in (string[])["Next", "First"])
            {
                if (bookmark.TryGet(NameToken.Create(name), out IToken? kin))
                    next.Push(kin);
            }
        }
    }

    /// <returns>Null where the entry is not an array of numbers only.</returns>
    public double[]? Numbers(DictionaryToken dictionary, string name) =>
        Entry<ArrayToken>(dictionary, name) is { } array && array.Data.Select(Follow<NumericToken>).ToArray() is var numbers
            && numbers.All(n => n is not null) ? [.. numbers.Select(n => n!.Double)] : null;

    public string? Text(DictionaryToken dictionary, string name) => Entry(dictionary, name) switch
    {
        StringToken text => text.Data,
        HexToken text => text.Data,
        _ => null,
    };

    public IToken? Follow(IToken? token)
    {
        if (token is not IndirectReferenceToken reference)
            return token;
        try
        {
            return find(reference.Data)?.Data;
        }
        // A reference to nothing is no error (ISO 32000-1, 7.3.10), but PdfPig throws, and not always the same.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    /// <returns>The page's number, from 1, by the reference that names it.</returns>
    /// <param name="most">How many pages are wanted: a tree may be endless.</param>
    public Dictionary<IndirectReference, int> Pages(int most)
    {
        var pages = new Dictionary<IndirectReference, int>();
        var met = new HashSet<IndirectReference>();
        var next = new Stack<IToken>();
        if (Catalog.TryGet(NameToken.Pages, out var root))
            next.Push(root);
        while (pages.Count < most && next.TryPop(out var token))
        {
            if (token is not IndirectReferenceToken reference || !met.Add(reference.Data) || Follow(token) is not DictionaryToken node)
                continue;
            if (Entry(node, "Kids") is not ArrayToken kids)
                pages.Add(reference.Data, pages.Count + 1);
            else
                for (var i = kids.Length - 1; i >= 0; i--)
                    next.Push(kids[i]);
        }
        return pages;
    }
}
