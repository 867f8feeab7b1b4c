using System.Text;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Documents.Reading;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Documents;

public sealed class RejectedFileTests : Folder
{
    private const string Again = "export it again from the program it was made with";
    private static readonly RejectedFile Damaged = new("is not a PDF, or is damaged", Again);

    [Fact]
    public void IsRefusedWhereItIsAnotherFormat() => Assert.Equal(Damaged, Inspect("a.pdf", "<!doctype html><title>Not found</title>"u8));

    [Theory]
    [InlineData(10)]
    [InlineData(200)]
    [InlineData(400)]
    public void IsRefusedWhereItWasCutOff(int length) => Assert.Equal(Damaged, Inspect("a.pdf", SmallPdf.Write().AsSpan(0, length)));

    [Fact]
    public void IsRefusedWhereOnlyTheEndsAreRight() => Assert.Equal(Damaged, Inspect("a.pdf", "%PDF-1.7\nnothing\n%%EOF\n"u8));

    [Fact]
    public void IsRefusedWhereItHasNoPages() => Assert.Equal(Damaged, Inspect("a.pdf", SmallPdf.Write(pages: 0)));

    [Fact]
    public void DoesNotCrashWhereItIsGarbageInside()
    {
        var random = new Random(1);
        var bytes = SmallPdf.Write(pages: 4);
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var garbled = bytes.ToArray();
            for (var i = 0; i < 40; i++)
                garbled[random.Next(8, bytes.Length - 8)] = (byte)random.Next(256);

            Assert.True(PdfReader.Read(garbled) is ReadPdf or DamagedPdf);
        }
    }

    [Fact]
    public void DoesNotCrashWhereItIsNestedDeeply()
    {
        var nest = new string('[', 100_000) + new string(']', 100_000);

        Assert.IsAssignableFrom<FileInspection>(Inspect("a.pdf", SmallPdf.Write(catalog: "/Deep " + nest)));
    }

    [Fact]
    public void IsRefusedWhereItIsEncrypted()
    {
        var key = $"<{new string('0', 64)}>";
        var pdf = SmallPdf.Write(trailer: $"/Encrypt << /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4 >> /ID [<00> <00>]");

        Assert.Equal(
            new RejectedFile("is encrypted", "export it again without a password and without restrictions"),
            Inspect("a.pdf", pdf));
    }

    [Fact]
    public void IsRefusedWhereItIsEmpty() => Assert.Equal(new RejectedFile("is empty", Again), Inspect("a.txt", []));

    [Fact]
    public void IsRefusedUnreadWhereItIsTooLarge()
    {
        using (var file = File.Create(PathOf("a.pdf")))
            file.SetLength(100 * 1024 * 1024);

        Assert.Equal(
            new RejectedFile("is 100 MB; the limit is 50 MB", "make it smaller or split it"),
            DocumentInspector.Inspect(PathOf("a.pdf"), Cache));
    }

    [Fact]
    public void IsRefusedWhereItIsOneByteTooLarge()
    {
        using (var file = File.Create(PathOf("a.zip")))
            file.SetLength(50 * 1024 * 1024 + 1);

        Assert.Equal(
            new RejectedFile("is 50.1 MB; the limit is 50 MB", "make it smaller or split it"),
            DocumentInspector.Inspect(PathOf("a.zip"), Cache));
    }

    [Theory]
    [InlineData("a.exe")]
    [InlineData("a")]
    public void IsRefusedWhereItsKindIsUnknown(string name) => Assert.Equal(
        new RejectedFile(
            "is of a kind that the site does not publish",
            "make it a PDF, DOCX, ODT, XLSX, ODS, PPTX, ODP, CSV, TXT, RTF, EPUB, MP3, MP4 or ZIP"),
        Inspect(name, "words"u8));

    [Fact]
    public void IsRefusedWhereItIsNotThere() => Assert.Equal(
        new RejectedFile("does not exist", "put the file there, or fix its name; capital and small letters differ"),
        DocumentInspector.Inspect(PathOf("a.pdf"), Cache));

    [Theory]
    [InlineData("a.docx", "is not a DOCX, or is damaged")]
    [InlineData("a.odt", "is not an ODT, or is damaged")]
    public void IsRefusedWhereAnOfficeFileIsNotOne(string name, string what) =>
        Assert.Equal(new RejectedFile(what, Again), Inspect(name, "words"u8));

    [Fact]
    public void IsNotCached()
    {
        Inspect("a.pdf", Encoding.ASCII.GetBytes("garbage"));

        Assert.False(Directory.Exists(Cache));
    }

    private FileInspection Inspect(string name, ReadOnlySpan<byte> bytes) => DocumentInspector.Inspect(Write(name, bytes), Cache);
}
