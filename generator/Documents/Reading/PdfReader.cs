using Advocacy.Content;
using Advocacy.Generator.Documents.Hidden;
using Advocacy.Generator.Documents.Painting;
using Advocacy.Generator.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;
namespace Advocacy.Generator.Documents.Reading;

/// <summary>
/// Opens a PDF, whatever is in it. Only where it may take all the time and memory there is: see <see cref="SeparateReading"/>.
/// </summary>
public static class PdfReader
{
    /// <summary>A page of the site holds no more; the file itself does.</summary>
    private const int MostPages = 300;

    private const int FewLetters = 100;

    /// <param name="examined">
    /// Called when it is known what the file hides, and before its text is put in order, which can take long: then the text is empty.
    /// </param>
    public static PdfReading Read(byte[] bytes, Action<ReadPdf>? examined = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (!IsWhole(bytes))
            return new DamagedPdf();
        try
        {
            using var pdf = PdfDocument.Open(bytes, PdfObjects.Lenient());
            return pdf.IsEncrypted ? new LockedPdf()
                : pdf.NumberOfPages < 1 ? new DamagedPdf()
                : Read(pdf, bytes, examined);
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

    private static ReadPdf Read(PdfDocument pdf, byte[] bytes, Action<ReadPdf>? examined)
    {
        var objects = PdfObjects.Of(pdf);
        var catalog = pdf.Structure.Catalog.CatalogDictionary;
        // ISO 32000-1, 14.7.1 and 14.8.1: a tagged PDF says so in its catalog, and has a structure tree.
        var tree = objects.Entry(catalog, "MarkInfo") is DictionaryToken mark
            && objects.Entry(mark, "Marked") is BooleanToken { Data: true }
            ? objects.Entry(catalog, "StructTreeRoot") as DictionaryToken
            : null;
        var guard = new PdfGuard(pdf, objects);
        var pages = Pages(pdf, guard);
        EquatableArray<int> pictures = [.. pages.Where(IsPicture).Select(page => page.Number)];
        var title = Said(pdf.Information.Title);
        var read = new ReadPdf(
            pdf.NumberOfPages, tree is not null, title, LanguageOf(objects), pictures, guard.Findings(bytes, title), "");
        examined?.Invoke(read);
        // Stamps and page numbers alone are no text that anyone would look for.
        return pictures.Count == pages.Length ? read : read with
        {
            Text = Transcript.Write(
            [
                .. Passages(pages, objects, tree),
                .. pdf.NumberOfPages > pages.Length ? [new Cut()] : Array.Empty<DocumentBlock>(),
            ]),
        };
    }

    /// <summary>Every page is examined; those are kept that one page of the site can hold.</summary>
    private static ReadablePage[] Pages(PdfDocument pdf, PdfGuard guard)
    {
        pdf.AddPageFactory<PaintedPage, PaintedPageFactory>();
        var pages = new List<ReadablePage>();
        for (var (number, letters) = (1, 0); number <= pdf.NumberOfPages; number++)
        {
            var painted = pdf.GetPage<PaintedPage>(number);
            var page = ReadablePage.Of(painted, guard.Examine(painted));
            if (number > MostPages || letters >= Transcript.Most)
                continue;
            pages.Add(page);
            letters += page.Letters.Count;
        }
        return [.. pages];
    }

    /// <summary>What is no tag of a language helps no screen reader.</summary>
    private static string? LanguageOf(PdfObjects objects) =>
        Said(objects.Text(objects.Catalog, "Lang")) is { } language && LanguageTag.IsOne(language) ? language : null;

    private static string? Said(string? text) => Transcript.OneLine(text ?? "") is { Length: > 0 } said ? said : null;

    private static IReadOnlyList<DocumentBlock> Passages(ReadablePage[] pages, PdfObjects objects, DictionaryToken? tree)
    {
        var tagged = tree is null ? [] : TaggedText.Of(pages, objects, tree);
        var areFew = !Holds(tagged, pages);
        // Pages that the tags leave out, such as one that was added later, are read by their looks; a few letters may be a running head.
        var left = pages.Where(page => (areFew || page.Letters.Count >= FewLetters) && !Holds(Of(tagged, page.Number), [page])).ToArray();
        if (left.Length == 0)
            return tagged;
        var untagged = UntaggedText.Of(left);
        return [.. pages.SelectMany(page => Of(left.Contains(page) ? untagged : tagged, page.Number))];
    }

    /// <summary>The passages of one page, its beginning among them.</summary>
    private static IReadOnlyList<DocumentBlock> Of(IReadOnlyList<DocumentBlock> passages, int page) =>
    [
        .. passages
            .SkipWhile(p => p is not PageStart start || start.Number != page)
            .TakeWhile(p => p is not PageStart start || start.Number == page),
    ];

    /// <summary>A scan: pictures over most of the page, whole or in strips, and no more words than a stamp has.</summary>
    private static bool IsPicture(ReadablePage page) =>
        page.IsPictured && page.Letters.Count < FewLetters && !page.Painted.Any(l => l.Field is not null);

    /// <summary>Tags that leave out most of the text help nobody.</summary>
    private static bool Holds(IReadOnlyList<DocumentBlock> tagged, ReadablePage[] pages) =>
        2 * tagged.Sum(passage => passage.Text.Length) > pages.Sum(page => page.Letters.Count);
}
