using System.Text;
using Advocacy.Generator.Documents;
using Advocacy.TestKit;
using Xunit;
using static Advocacy.Tests.Generator.Documents.Hidden.DrawnPdf;

namespace Advocacy.Tests.Generator.Documents.Hidden;

public sealed class PdfGuardTests : Folder
{
    [Theory]
    [InlineData("/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>", "other files attached")]
    [InlineData("/AF [6 0 R]", "other files attached")]
    [InlineData("/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert) >>] >> >>", "has scripts")]
    [InlineData("/Names << /JavaScript << /Kids [<< /Names [(a) << /S /JavaScript /JS (x) >>] >>] >> >>", "has scripts")]
    [InlineData("/OpenAction << /S /JavaScript /JS (app.alert) >>", "has scripts")]
    [InlineData("/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next [<< /S /JavaScript /JS (x) >>] >>", "has scripts")]
    [InlineData("/AA << /WC << /S /JavaScript /JS (x) >> >>", "has scripts")]
    [InlineData("/AcroForm << /Fields [<< /T (a) /Kids [<< /AA << /K << /S /JavaScript /JS (x) >> >> >>] >>] >>", "has scripts")]
    [InlineData("/Outlines << /First << /Title (Zulema) /A << /S /JavaScript /JS (x) >> >> >>", "has scripts")]
    [InlineData("/OpenAction << /S /Launch /F (calc.exe) >>", "starts a program")]
    [InlineData("/OpenAction << /S /SubmitForm /F (https://example.org/) >>", "starts a program or sends a form")]
    public void FileThatDoesSomethingIsRefused(string catalog, string what) =>
        Refused(Inspect(Of(Letters, catalog: catalog, others: "<< /Type /Filespec /F (a.txt) >>")), what);

    [Theory]
    [InlineData("Redact", "/QuadPoints [95 715 150 715 95 695 150 695]", "redaction marks that were never applied")]
    [InlineData("FileAttachment", "/FS 6 0 R", "other files attached")]
    [InlineData("RichMedia", "", "sound, film or 3D")]
    [InlineData("Widget", "/FT /Tx /F 2 /V (Ana Example)", "form fields with something filled in that is not shown")]
    [InlineData("Link", "/A << /S /Launch /F (a) >>", "starts a program")]
    public void AnnotationThatNoReaderShouldHaveIsRefused(string type, string entries, string what) =>
        Refused(Inspect(Of(Letters, page: Annotation(type, entries), others: "<< /Type /Filespec /F (a.txt) >>")), what);

    [Theory]
    [InlineData("/OpenAction [3 0 R /Fit]")]
    [InlineData("/OpenAction << /S /GoTo /D [3 0 R /Fit] >>")]
    [InlineData("/Names << /Dests << /Names [(a) [3 0 R /Fit]] >> >>")]
    [InlineData("/AcroForm << /Fields [] >>")]
    public void FileThatShowsAPageWhenItOpensIsFine(string catalog) => Assert.True(Inspect(Of(Letters, catalog: catalog)).Hidden.IsEmpty);

    [Fact]
    public void FileThatRefersToItselfInACircleIsExamined() => Assert.NotNull(Inspect(Of(
        Letters,
        catalog: "/OpenAction 6 0 R /Outlines 7 0 R /AcroForm << /Fields [8 0 R] >>",
        others: ["<< /S /GoTo /Next 6 0 R >>", "<< /First 7 0 R /Next 7 0 R >>", "<< /T (a) /Kids [8 0 R] >>"])));

    [Fact]
    public void EarlierRevisionWithAnotherNameIsRefused()
    {
        var first = Of(Letters);
        var facts = Inspect(Revised(first, SmallPdf.Stream("", "BT /F1 12 Tf 100 700 Td (A witness) Tj ET")));

        Refused(facts, "an earlier version of itself");
        Assert.DoesNotContain(Name, facts.Text, StringComparison.Ordinal);
        Assert.Contains("A witness", facts.Text, StringComparison.Ordinal);
    }

    /// <summary>As it is done after the first refusal.</summary>
    [Fact]
    public void EarlierRevisionWithTheNameUnderABarIsRefused() => Refused(
        Inspect(Revised(Of($"{Letters} 0 g 95 695 55 20 re f"), SmallPdf.Stream("", "0 g 95 695 55 20 re f"))),
        "an earlier version of itself");

    [Fact]
    public void NameThatIsPartOfAnotherWordIsFoundInAnEarlierRevision() => Refused(
        Inspect(Revised(
            Of("BT /F1 12 Tf 100 700 Td (Ali) Tj ET"), SmallPdf.Stream("", "BT /F1 12 Tf 100 700 Td (quality) Tj ET"))),
        "an earlier version of itself");

    [Theory]
    [InlineData("/Rect [95 695 95 695]", "(Zulema)")]
    [InlineData("/Rect [95 695 150 715] /AP << /N 6 0 R >>", "(Zulema)")]
    [InlineData("/Rect [95 695 150 715] /F 2", "[(Zulema)]")]
    public void FieldThatDoesNotShowWhatItHoldsIsRefused(string entries, string value)
    {
        var facts = Inspect(Of(
            "BT /F1 12 Tf 100 500 Td (Words) Tj ET",
            page: $"/Annots [<< /Type /Annot /Subtype /Widget /FT /Tx /V {value} {entries} >>]",
            others: SmallPdf.Stream(
                "/Type /XObject /Subtype /Form /BBox [0 0 50 20] /Resources << /Font << /F1 5 0 R >> >>",
                "BT /F1 9 Tf 2 5 Td (withheld) Tj ET")));

        Refused(facts, "form fields with something filled in that is not shown");
        Assert.DoesNotContain(Name, facts.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void FileThatHangsOnAnObjectIsFound() => Refused(
        Inspect(Of(Letters, others: SmallPdf.Stream("/Type /EmbeddedFile", "words"))), "other files attached");

    [Fact]
    public void EarlierRevisionWithTheSameWordsIsFine() =>
        Assert.True(Inspect(Revised(Of(Letters), SmallPdf.Stream("", $"{Letters} BT /F1 12 Tf 100 600 Td (Signed) Tj ET"))).Hidden.IsEmpty);

    [Theory]
    [InlineData("/Author (Ana Example)", "author")]
    [InlineData("/Company (Example and Sons)", "company")]
    [InlineData("/Manager (Ana Example)", "manager")]
    [InlineData("/Witness#20Ana (yes)", "a field that a program or a person added")]
    [InlineData("/Subject (C:\\\\Users\\\\ana\\\\petition.docx)", "path of a file")]
    public void PropertiesThatNameSomebodyAreWarnedOf(string entry, string field)
    {
        var hidden = Assert.Single(Inspect(SmallPdf.Of([.. Objects(Letters), $"<< {entry} >>"], trailer: "/Info 6 0 R")).Hidden);

        Assert.False(hidden.Refused);
        Assert.Equal($"says in its properties: {field}", hidden.What);
    }

    [Fact]
    public void XmpThatNamesSomebodyIsWarnedOf()
    {
        const string Xmp = """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:h="http://ns.adobe.com/xap/1.0/sType/ResourceRef#"
              h:filePath="file:///home/ana/a.indd"><dc:creator><rdf:Seq><rdf:li>Ana Example</rdf:li></rdf:Seq></dc:creator>
            <dc:format>application/pdf</dc:format></rdf:Description></rdf:RDF></x:xmpmeta>
            """;
        var pdf = Of(Letters, catalog: "/Metadata 6 0 R", others: SmallPdf.Stream("/Type /Metadata /Subtype /XML", Xmp));

        Assert.Equal("says in its properties: author, path of a file", Assert.Single(Inspect(pdf).Hidden).What);
    }

    [Fact]
    public void PropertiesOfProgramsAreFine() => Assert.True(Inspect(SmallPdf.Of(
        [.. Objects(Letters), "<< /Producer (Writer) /Creator (Writer) /CreationDate (D:20260101) /Title (Zulema) >>"],
        trailer: "/Info 6 0 R")).Hidden.IsEmpty);

    [Fact]
    public void TitleAndBookmarksWithOtherWordsAreWarnedOf()
    {
        var facts = Inspect(SmallPdf.Of(
            [
                .. Objects(Letters, catalog: "/Outlines 7 0 R"),
                "<< /Title (Petition of somebody) >>",
                "<< /First 8 0 R >>",
                "<< /Title (Testimony) /Next 9 0 R >>",
                $"<< /Title ({Name}) >>",
            ],
            trailer: "/Info 6 0 R"));

        Assert.Equal(
            ["has a title with words that its pages do not have", "has bookmarks with words that its pages do not have"],
            facts.Hidden.Select(h => h.What));
    }

    [Fact]
    public void CommentsAreWarnedOf()
    {
        var facts = Inspect(Of(Letters, page: Annotation("Text", "/Contents (Take this name out)")));

        Assert.Equal(["has comments"], facts.Hidden.Select(h => h.What));
    }

    [Fact]
    public void PhotographThatSaysWhereItWasTakenIsWarnedOf()
    {
        const string Header = "Exif\0\0II*\0\u0008\0\0\0";
        const string Entries = "\u0002\0" + "\u000F\u0001\u0002\0\u0001\0\0\0\0\0\0\0" + "\u0025\u0088\u0004\0\u0001\0\0\0\0\0\0\0";
        var facts = Inspect(Of(
            $"{Letters} q 50 0 0 50 300 300 cm /Photo Do Q",
            resources: "/XObject << /Photo 6 0 R >>",
            others: SmallPdf.Stream(
                "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode",
                $"\u00FF\u00D8\u00FF\u00E1\0\u0030{Header}{Entries}\u00FF\u00D9")));

        Assert.Equal(["has a photograph that says: the camera, the place (GPS)"], facts.Hidden.Select(h => h.What));
    }

    private static void Refused(DocumentFacts facts, string what) => Assert.True(
        facts.Hidden.Any(h => h.Refused && h.What.Contains(what, StringComparison.Ordinal)), string.Join("; ", facts.Hidden));

    /// <summary>The file with another content of its page added to its end.</summary>
    private static byte[] Revised(byte[] pdf, string content)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var before = text[(text.LastIndexOf("startxref", StringComparison.Ordinal) + 9)..].Split('\n')[1];
        var index = text.Length + $"4 0 obj\n{content}\nendobj\n".Length;
        return Encoding.Latin1.GetBytes($"{text}4 0 obj\n{content}\nendobj\nxref\n4 1\n{text.Length:0000000000} 00000 n \n"
            + $"trailer\n<< /Size 6 /Root 1 0 R /Prev {before} >>\nstartxref\n{index}\n%%EOF\n");
    }

    private DocumentFacts Inspect(byte[] pdf) =>
        Assert.IsType<InspectedFile>(DocumentInspector.Inspect(Write("a.pdf", pdf), Cache)).Facts;
}
