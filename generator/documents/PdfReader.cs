using System.Collections.Immutable;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace Advocacy.Generator.Documents;

/// <summary>Opens a PDF, whatever is in it. Only where it may take all the time and memory there is: see <see cref="SeparateReading"/>.</summary>
public static class PdfReader
{
    /// <summary>A page of the site holds no more; the file itself does.</summary>
    private const int MostPages = 300;

    private const int FewLetters = 100;

    public static PdfReading Read(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (!IsWhole(bytes))
            return new DamagedPdf();
        try
        {
            using var pdf = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            return pdf.IsEncrypted ? new LockedPdf()
                : pdf.NumberOfPages < 1 ? new DamagedPdf()
                : Read(pdf);
        }
        catch (PdfDocumentEncryptedException)
        {
            return new LockedPdf();
        }
        catch (OutOfMemoryException)
        {
            return new GreedyPdf();
        }
        // Damaged files throw PdfDocumentFormatException, but by way of what they hold also almost anything else:
        // casts, indexes, arithmetic, absurd sizes. None of it says anything but that the file is damaged.
        catch (Exception)
        {
            return new DamagedPdf();
        }
    }

    // PdfPig rebuilds the index of a file that was cut off, and then counts the pages that are left.
    // The distance of 1024 bytes from either end is what Acrobat allows: ISO 32000-1, annex H, notes 13 and 18.
    private static bool IsWhole(ReadOnlySpan<byte> bytes) =>
        bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0
        && bytes.TrimEnd("\0\t\n\r "u8) is var body
        && body[^Math.Min(body.Length, 1024)..].LastIndexOf("%%EOF"u8) >= 0;

    private static ReadPdf Read(PdfDocument pdf)
    {
        var objects = new PdfObjects(pdf.Structure);
        var catalog = pdf.Structure.Catalog.CatalogDictionary;
        // ISO 32000-1, 14.7.1 and 14.8.1: a tagged PDF says so in its catalog, and has a structure tree.
        var tree = objects.Entry(catalog, "MarkInfo") is DictionaryToken mark && objects.Entry(mark, "Marked") is BooleanToken { Data: true }
            ? objects.Entry(catalog, "StructTreeRoot") as DictionaryToken
            : null;
        var pages = Enumerable.Range(1, Math.Min(pdf.NumberOfPages, MostPages)).Select(pdf.GetPage).ToArray();
        ImmutableArray<int> pictures = [.. pages.Where(IsPicture).Select(page => page.Number)];
        // Stamps and page numbers alone are no text that anyone would look for.
        var text = pictures.Length == pages.Length ? "" : Transcript.Write([.. Passages(pages, objects, tree), .. pdf.NumberOfPages > MostPages ? [new Cut()] : Array.Empty<Passage>()]);
        return new ReadPdf(pdf.NumberOfPages, tree is not null, Said(pdf.Information.Title), Said(objects.Text(catalog, "Lang")), pictures, text);
    }

    private static string? Said(string? text) => Transcript.OneLine(text ?? "") is { Length: > 0 } said ? said : null;

    private static IReadOnlyList<Passage> Passages(Page[] pages, PdfObjects objects, DictionaryToken? tree)
    {
        var tagged = tree is null ? [] : TaggedText.Of(pages, objects, tree);
        if (!Holds(tagged, pages))
            return UntaggedText.Of(pages);
        // Pages that the tags leave out, such as one that was added later, are read by their looks.
        var left = pages.Where(page => page.Letters.Count >= FewLetters && !Holds(Of(tagged, page.Number), [page])).ToArray();
        return left.Length == 0 ? tagged : [.. pages.SelectMany(page => left.Contains(page) ? Of(UntaggedText.Of(left), page.Number) : Of(tagged, page.Number))];
    }

    /// <summary>The passages of one page, its beginning among them.</summary>
    private static IReadOnlyList<Passage> Of(IReadOnlyList<Passage> passages, int page) =>
        [.. passages.SkipWhile(p => p is not PageStart start || start.Number != page).TakeWhile(p => p is not PageStart start || start.Number == page)];

    /// <summary>A scan: pictures over most of the page, whole or in strips, and no more words than a stamp has.</summary>
    private static bool IsPicture(Page page) =>
        page.Letters.Count < FewLetters && page.GetImages().Sum(image => image.BoundingBox.Area) > 0.5 * page.Width * page.Height;

    /// <summary>Tags that leave out most of the text help nobody.</summary>
    private static bool Holds(IReadOnlyList<Passage> tagged, Page[] pages) =>
        2 * tagged.Sum(passage => passage.Text.Length) > pages.Sum(page => page.Letters.Count);
}
