using Advocacy.Generator.Documents.Painting;
using Advocacy.Generator.Documents.Reading;
using UglyToad.PdfPig;

namespace Advocacy.Generator.Documents.Hidden;

/// <summary>
/// A program that saves quickly adds the changes to the end of a file and leaves what was there (ISO 32000-1, 7.5.6): without the
/// end, anybody reads what was deleted.
/// </summary>
internal static class EarlierRevisions
{
    /// <summary>Signatures and forms add a few; what is older than these is in the later ones too, unless they deleted it.</summary>
    private const int MostExamined = 30;

    private static ReadOnlySpan<byte> End => "startxref"u8;

    /// <param name="last">What the pages show today.</param>
    public static IEnumerable<HiddenContent> Find(byte[] file, ShownText last)
    {
        foreach (var end in Ends(file).TakeLast(MostExamined))
        {
            if (Shown(file[..end]) is { } earlier && !earlier.Words.IsSubsetOf(last.Words))
            {
                return
                [
                    new(true, "", "holds an earlier version of itself with words that its pages no longer show",
                        "save it under a new name (Save as), or print it to a new PDF, so that only the last version is in it"),
                ];
            }
        }
        return [];
    }

    /// <summary>Where each revision but the last ends.</summary>
    private static List<int> Ends(ReadOnlySpan<byte> file)
    {
        var ends = new List<int>();
        for (var from = 0; file[from..].IndexOf(End) is >= 0 and var at;)
        {
            from += at + End.Length;
            // The place of the table follows, in digits.
            while (from < file.Length && (file[from] is (byte)'\r' or (byte)'\n' or (byte)' ' || char.IsAsciiDigit((char)file[from])))
                from++;
            ends.Add(from);
        }
        if (ends.Count > 0)
            ends.RemoveAt(ends.Count - 1);
        // A file made for slow lines has the end of its first page's table in front (ISO 32000-1, annex F).
        if (ends.Count > 0 && file[..Math.Min(file.Length, 1024)].IndexOf("/Linearized"u8) >= 0)
            ends.RemoveAt(0);
        return ends;
    }

    /// <summary>All letters of its pages: what was covered once and deleted then is in it, too.</summary>
    private static ShownText? Shown(byte[] file)
    {
        try
        {
            using var pdf = PdfDocument.Open(file, PdfObjects.Lenient());
            if (pdf.IsEncrypted)
                return null;
            var shown = new ShownText();
            pdf.AddPageFactory<PaintedPage, PaintedPageFactory>();
            for (var number = 1; number <= pdf.NumberOfPages; number++)
                shown.Add(pdf.GetPage<PaintedPage>(number).Letters);
            return shown;
        }
        // What is no file by itself shows nothing: the same exceptions as for a damaged one.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }
}
