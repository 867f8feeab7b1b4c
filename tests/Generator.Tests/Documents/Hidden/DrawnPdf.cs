using Advocacy.TestKit;

namespace Advocacy.Tests.Generator.Documents.Hidden;

/// <summary>A page of 612 by 792 points with a font F1, drawn by hand.</summary>
internal static class DrawnPdf
{
    /// <summary>The name that nobody may find.</summary>
    public const string Name = "Zulema";

    /// <summary>Paints the name at (100, 700), 12 points high and some 44 wide.</summary>
    public const string Letters = $"BT /F1 12 Tf 100 700 Td ({Name}) Tj ET";

    /// <param name="content">The operators of the page.</param>
    /// <param name="page">More entries of the page, such as annotations.</param>
    /// <param name="resources">More entries of its resources.</param>
    /// <param name="catalog">More entries of the catalog.</param>
    /// <param name="others">Further objects, numbered from 6.</param>
    public static byte[] Of(string content, string page = "", string resources = "", string catalog = "", params string[] others) =>
        SmallPdf.Of(Objects(content, page, resources, catalog, others));

    public static string[] Objects(string content, string page = "", string resources = "", string catalog = "", params string[] others) =>
    [
        $"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
            + $"/Resources << /Font << /F1 5 0 R >> {resources} >> {page} >>",
        SmallPdf.Stream("", content),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        .. others,
    ];

    /// <summary>An annotation over the name.</summary>
    public static string Annotation(string type, string entries) =>
        $"/Annots [<< /Type /Annot /Subtype /{type} /Rect [95 695 150 715] {entries} >>]";

    /// <summary>A picture of one tone, or of stripes, over the name.</summary>
    public static string Picture(bool isStriped, string place = "60 0 0 20 95 695")
    {
        var pixels = string.Concat(Enumerable.Range(0, 600 * 20).Select(i => isStriped && i % 4 < 2 ? "FF" : "00"));
        return $"q {place} cm BI /W 600 /H 20 /CS /G /BPC 8 /F /AHx ID {pixels}> EI Q";
    }
}
