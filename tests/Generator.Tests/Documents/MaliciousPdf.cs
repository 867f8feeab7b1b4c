using System.IO.Compression;
using System.Text;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Documents.Reading;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Documents;

/// <summary>
/// Files that would take all the time, the memory or the stack of the program that reads them. Each is bounded here, and ends by itself.
/// </summary>
public sealed class MaliciousPdf : Folder
{
    private const string Page =
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /X0 5 0 R >> >> >>";

    private const string Form = "/Type /XObject /Subtype /Form /BBox [0 0 612 792]";
    private const string Again = "export it again from the program it was made with";

    [Fact]
    public void IsRefusedWhereASmallStreamInflatesToMoreThanTheMachineHas()
    {
        var bomb = Deflate(Deflate(new string(' ', 1 << 20), 1536, CompressionLevel.Fastest), 1, CompressionLevel.SmallestSize);

        var pdf = OnePage(SmallPdf.Stream("/Filter [/FlateDecode /FlateDecode]", bomb));

        Assert.InRange(pdf.Length, 1, 200_000);
        Assert.Equal(new RejectedFile("needs more than 512 MB of memory to be read", Again), Inspect(pdf));
    }

    [Fact]
    public void IsRefusedWhereEachFormDrawsTheNextTwice()
    {
        var forms = Enumerable.Range(0, 60).Select(i => SmallPdf.Stream(
            $"{Form} /Resources << /XObject << /X0 {i + 6} 0 R >> >>", "/X0 Do /X0 Do /X0 Do"));
        var pdf = OnePage([SmallPdf.Stream("", "/X0 Do"), .. forms, SmallPdf.Stream(Form, "")]);

        Assert.IsType<SlowPdf>(SeparateReading.Read(Write("a.pdf", pdf), TimeSpan.FromSeconds(2)));
    }

    /// <summary>What it hides is known by then.</summary>
    [Fact]
    public void IsPublishedWithoutItsTextWhereOnlyThatTakesTooLong()
    {
        var scattered = string.Concat(
            Enumerable.Range(0, 3900).Select(i => $"BT /F1 3 Tf {i * 37 % 600} {i * i * 13 % 780} Td (ab) Tj ET\n"));
        var pdf = SmallPdf.Of(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count 60 /Kids [{string.Concat(Enumerable.Repeat(" 3 0 R", 60))}] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            SmallPdf.Stream("", $"{scattered} BT /F1 12 Tf 900 900 Td (hidden) Tj ET"),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ]);

        var read = Assert.IsType<ReadPdf>(SeparateReading.Read(Write("a.pdf", pdf), TimeSpan.FromSeconds(8)));

        Assert.Equal((60, true, ""), (read.Pages, read.IsUnread, read.Text));
        Assert.Contains(read.Hidden, h => h.Refused);
    }

    [Fact]
    public void IsReadWhereAFormDrawsItself()
    {
        var form = SmallPdf.Stream($"{Form} /Resources << /XObject << /X0 5 0 R >> >>", "/X0 Do");
        var pdf = OnePage(SmallPdf.Stream("", "/X0 Do"), form);

        Assert.IsAssignableFrom<FileInspection>(Inspect(pdf));
    }

    [Fact]
    public void IsReadOrRefusedWhereItsPagesAreTheirOwnParents() =>
        Assert.IsAssignableFrom<FileInspection>(Inspect(SmallPdf.Of(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 2 /Kids [3 0 R 2 0 R] >>",
            "<< /Type /Pages /Count 1 /Kids [2 0 R] >>",
        ])));

    [Fact]
    public void IsReadOrRefusedWhereALengthIsItsOwn() =>
        Assert.IsAssignableFrom<FileInspection>(Inspect(OnePage("<< /Length 4 0 R >>\nstream\nBT ET\nendstream")));

    [Fact]
    public void IsReadOrRefusedWhereItsTagsNeverEnd() =>
        Assert.IsAssignableFrom<FileInspection>(Inspect(SmallPdf.Of(
        [
            "<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot 4 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>",
            "<< /Type /StructTreeRoot /K [5 0 R 5 0 R] >>",
            "<< /S /Div /K [5 0 R 5 0 R 4 0 R] >>",
        ])));

    [Theory]
    [InlineData("[")]
    [InlineData("<< /A ")]
    public void IsReadOrRefusedWhereItIsNestedDeeply(string opening)
    {
        var nest = string.Concat(Enumerable.Repeat(opening, 500_000));

        Assert.IsAssignableFrom<FileInspection>(Inspect(SmallPdf.Write(catalog: "/Deep " + nest)));
    }

    [Fact]
    public void IsInspectedOnlyOnce()
    {
        var path = Write("a.pdf", SmallPdf.Write());
        var first = DocumentInspector.Inspect(path, Cache);
        var kept = Assert.Single(Directory.GetFiles(Cache));
        var written = File.GetLastWriteTimeUtc(kept);

        Assert.Equal(first, DocumentInspector.Inspect(path, Cache));
        Assert.Equal(written, File.GetLastWriteTimeUtc(kept));
    }

    private FileInspection Inspect(byte[] pdf) => DocumentInspector.Inspect(Write("a.pdf", pdf), Cache);

    private static byte[] OnePage(params string[] rest) =>
        SmallPdf.Of(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", Page, .. rest]);

    private static string Deflate(string text, int times, CompressionLevel level)
    {
        using var bytes = new MemoryStream();
        using (var deflate = new ZLibStream(bytes, level, leaveOpen: true))
        {
            var piece = Encoding.Latin1.GetBytes(text);
            for (var i = 0; i < times; i++)
                deflate.Write(piece);
        }
        return Encoding.Latin1.GetString(bytes.ToArray());
    }
}
