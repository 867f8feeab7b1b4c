using System.Globalization;
using System.Text;

namespace Advocacy.TestKit;

/// <summary>A PDF written by hand, with whatever a test wants in its catalog and trailer.</summary>
internal static class SmallPdf
{
    public static byte[] Write(int pages = 1, string catalog = "", string trailer = "") => Of(
        [
            $"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
            $"<< /Type /Pages /Count {pages} /Kids [{string.Concat(Enumerable.Range(5, pages).Select(page => $" {page} 0 R"))}] >>",
            "<< /Type /StructTreeRoot >>",
            "<< /Marked true >>",
            .. Enumerable.Repeat("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>", pages),
        ], trailer);

    /// <param name="stream">The bytes, each as a character.</param>
    public static string Stream(string dictionary, string stream) =>
        $"<< {dictionary} /Length {stream.Length} >>\nstream\n{stream}\nendstream";

    /// <param name="objects">The first is the catalog; they are numbered from 1.</param>
    public static byte[] Of(string[] objects, string trailer = "")
    {
        var text = new StringBuilder("%PDF-1.7\n");
        var index = new StringBuilder($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        for (var i = 0; i < objects.Length; i++)
        {
            index.Append(CultureInfo.InvariantCulture, $"{text.Length:0000000000} 00000 n \n");
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        return Encoding.Latin1.GetBytes(
            $"{text}{index}trailer\n<< /Size {objects.Length + 1} /Root 1 0 R {trailer} >>\nstartxref\n{text.Length}\n%%EOF\n");
    }
}
