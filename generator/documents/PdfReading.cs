using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace Advocacy.Generator.Documents;

/// <summary>What came of opening a PDF. A closed family.</summary>
internal abstract record PdfReading
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static PdfReading Read(byte[] bytes)
    {
        if (!IsWhole(bytes))
            return new DamagedPdf();

        PdfReading reading = new SlowPdf();
        // A thread of its own: it leaves the pool to others, and nothing but the end of the program stops a parser that goes round in circles.
        var thread = new Thread(() => Volatile.Write(ref reading, Open(bytes))) { IsBackground = true, Name = "PDF" };
        thread.Start();
        thread.Join(Patience);
        return Volatile.Read(ref reading);
    }

    // PdfPig rebuilds the index of a file that was cut off, and then counts the pages that are left.
    // The distance of 1024 bytes from either end is what Acrobat allows: ISO 32000-1, annex H, notes 13 and 18.
    private static bool IsWhole(ReadOnlySpan<byte> bytes) =>
        bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0
        && bytes.TrimEnd("\0\t\n\r "u8) is var body
        && body[^Math.Min(body.Length, 1024)..].LastIndexOf("%%EOF"u8) >= 0;

    private static PdfReading Open(byte[] bytes)
    {
        try
        {
            using var pdf = PdfDocument.Open(bytes);
            return pdf.IsEncrypted ? new LockedPdf()
                : pdf.NumberOfPages < 1 ? new DamagedPdf()
                : new ReadPdf(pdf.NumberOfPages, IsTagged(pdf.Structure));
        }
        catch (PdfDocumentEncryptedException)
        {
            return new LockedPdf();
        }
        // Damaged files throw PdfDocumentFormatException, but by way of what they hold also almost anything else:
        // casts, indexes, arithmetic, absurd sizes. None of it says anything but that the file is damaged.
        catch (Exception)
        {
            return new DamagedPdf();
        }
    }

    // ISO 32000-1, 14.7.1 and 14.8.1: a tagged PDF says so in its catalog, and has a structure tree.
    private static bool IsTagged(Structure structure)
    {
        var catalog = structure.Catalog.CatalogDictionary;
        return Entry(structure, catalog, "StructTreeRoot") is DictionaryToken
            && Entry(structure, catalog, "MarkInfo") is DictionaryToken mark
            && Entry(structure, mark, "Marked") is BooleanToken { Data: true };
    }

    private static IToken? Entry(Structure structure, DictionaryToken dictionary, string name)
    {
        if (!dictionary.TryGet(NameToken.Create(name), out var token) || token is not IndirectReferenceToken reference)
            return token;

        try
        {
            return structure.GetObject(reference.Data)?.Data;
        }
        // A reference to nothing is no error (ISO 32000-1, 7.3.10), but PdfPig throws, and not always the same.
        catch (Exception)
        {
            return null;
        }
    }
}

internal sealed record ReadPdf(int Pages, bool Tagged) : PdfReading;

internal sealed record LockedPdf : PdfReading;

internal sealed record SlowPdf : PdfReading;

internal sealed record DamagedPdf : PdfReading;
