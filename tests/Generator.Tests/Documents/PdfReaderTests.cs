using Advocacy.Content.Pages;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Documents.Reading;
using Advocacy.TestKit;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using Xunit;

namespace Advocacy.Tests.Generator.Documents;

public sealed class PdfReaderTests
{
    [Fact]
    public void TextIsParagraphsAndLargerTextIsAHeading() => Assert.Equal(
        """
        page 1
        h1 Petition for the ferry
        p The petitioners ask that the ferry be open to everyone who lives on the island, and that it be so soon.
        h2 What is asked
        p 1. That both landings have a ramp.
        p 2. That the board answer.
        """,
        Untagged([(20, 72, 720, "Petition for the ferry"),
            (11, 72, 680, "The petitioners ask that the ferry be open to everyone who lives on the is-"),
            (11, 72, 666, "land, and that it be so soon."),
            (14, 72, 630, "What is asked"),
            (11, 72, 606, "1. That both landings have a ramp."),
            (11, 72, 592, "2. That the board answer.")]));

    [Fact]
    public void ColumnsAreReadOneAfterTheOther() => Assert.Equal(
        """
        page 1
        p The first column says this, and goes on to say a little more below.
        p The second column says that, and goes on to say a little more below.
        """,
        Untagged([(11, 72, 700, "The first column says this,"), (11, 330, 700, "The second column says that,"),
            (11, 72, 686, "and goes on to say a little"), (11, 330, 686, "and goes on to say a little"),
            (11, 72, 672, "more below."), (11, 330, 672, "more below.")]));

    [Fact]
    public void RotatedTextIsRead() => Assert.Equal(
        "page 1\np A table of the landings and of the ramps that they lack.",
        OnOnePage(
            "BT /F 11 Tf 0 1 -1 0 100 100 Tm (A table of the landings) Tj 0 1 -1 0 114 100 Tm (and of the ramps that they lack.) Tj ET"));

    [Fact]
    public void RunningHeadsAndPageNumbersAreLeftOut()
    {
        (double, double, double, string)[] Page(int number, string text) =>
            [(9, 72, 770, "Case 12-34, petition"), (11, 72, 700, text), (9, 300, 30, $"Page {number} of 3")];

        Assert.Equal("page 1\np The beginning of it.\npage 2\np The middle of it.\npage 3\np The end of it.",
            Untagged(Page(1, "The beginning of it."), Page(2, "The middle of it."), Page(3, "The end of it.")));
    }

    [Fact]
    public void TaggedTextIsInTheOrderOfItsTagsWithHeadingsAndLists() => Assert.Equal(
        """
        page 1
        h1 Letter
        p First, though it stands below.
        li 1. A ramp
        li 2. A lift
        page 2
        p On the second page.
        """,
        ((ReadPdf)PdfReader.Read(Tagged())).Text);

    [Fact]
    public void PassageHasTheLanguageThatThePdfSays()
    {
        var tagged = (ReadPdf)PdfReader.Read(Tagged("/Lang (en)", "/Lang (es-MX)"));
        var arabic = (HtmlPart)Assert.Single(Transcript.Body("p@ar نعم").Parts);

        Assert.Equal(
            ["h1@es-MX Letter", "p First, though it stands below.", "li@es-MX 1. A ramp"],
            tagged.Text.Split('\n')[1..4]);
        Assert.Equal("<p lang=\"ar\" dir=\"rtl\">نعم</p>\n", arabic.Html);
    }

    [Fact]
    public void ScannedPageWithAStampHasNoText()
    {
        var pdf = (ReadPdf)PdfReader.Read(Scanned("Page 1 of 2", "Page 2 of 2"));

        Assert.Equal(("", "1, 2"), (pdf.Text, string.Join(", ", pdf.Pictures)));
    }

    [Fact]
    public void PageThatTheTagsLeaveOutIsReadToo()
    {
        const string Added = "This page was added when the tags were there already, "
            + "and nobody who uses a screen reader would ever have heard of it before.";

        var text = ((ReadPdf)PdfReader.Read(Tagged(second: Added))).Text;

        Assert.EndsWith($"page 2\np {Added}", text, StringComparison.Ordinal);
        Assert.Contains("li 1. A ramp", text, StringComparison.Ordinal);
    }

    [Fact]
    public void FormFieldsAreRead()
    {
        const string Field =
            "<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Ana Example) /Rect [120 690 300 710] /P 3 0 R >>";

        Assert.Equal("page 1\np Name: Ana Example", OnOnePage("BT /F 11 Tf 72 700 Td (Name:) Tj ET", Field));
    }

    [Fact]
    public void InvalidLanguageIsIgnored() => Assert.Null(((ReadPdf)PdfReader.Read(SmallPdf.Write(catalog: "/Lang (English)"))).Language);

    [Fact]
    public void ScannedPagesAmongOthersAreNamed()
    {
        var words = string.Concat(Enumerable.Repeat("Many words stand over this picture. ", 4));
        var pdf = (ReadPdf)PdfReader.Read(Scanned("Exhibit A", words));

        Assert.Equal("1", string.Join(", ", pdf.Pictures));
        Assert.Contains("Many words", pdf.Text, StringComparison.Ordinal);
        Assert.Equal("1", string.Join(", ", ((ReadPdf)PdfReading.Of(pdf.Written())).Pictures));
    }

    [Fact]
    public void TextThatIsTooLongIsCutAndSaysSo()
    {
        static (double, double, double, string)[] Page(int number) => [(11, 72, 700, $"Words of page {number}.")];

        var (whole, cut) = (Untagged([.. Enumerable.Range(1, 300).Select(Page)]), Untagged([.. Enumerable.Range(1, 301).Select(Page)]));

        Assert.Equal((false, true), (Transcript.IsCut(whole), Transcript.IsCut(cut)));
        Assert.Equal(new CutPart(300), Transcript.Body(cut).Parts[^1]);
        Assert.EndsWith("p Words of page 300.\nend", cut, StringComparison.Ordinal);
        var tooLong = Transcript.Write(
            [new PageStart(1), new Paragraph(new string('a', 900_000)), new Paragraph(new string('b', 200_000))]);
        Assert.True(Transcript.IsCut(tooLong));
    }

    [Fact]
    public void ScannedPageHasNoText() => Assert.Equal("", ((ReadPdf)PdfReader.Read(SmallPdf.Write())).Text);

    [Fact]
    public void TitleAndLanguageAreThoseOfTheFile()
    {
        var pdf = (ReadPdf)PdfReader.Read(SmallPdf.Write(catalog: "/Lang (es-MX)", trailer: "/Info << /Title (A letter) >>"));

        Assert.Equal(("A letter", "es-MX"), (pdf.Title, pdf.Language));
    }

    private static string Untagged(params (double Size, double Left, double Bottom, string Text)[][] pages)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var lines in pages)
        {
            var page = builder.AddPage(UglyToad.PdfPig.Content.PageSize.Letter);
            foreach (var (size, left, bottom, text) in lines)
                page.AddText(text, size, new PdfPoint(left, bottom), font);
        }
        return ((ReadPdf)PdfReader.Read(builder.Build())).Text;
    }

    /// <param name="field">Of a form; null where the page has none.</param>
    private static string OnOnePage(string content, string? field = null)
    {
        var (form, annotations) = field is null ? ("", "") : ("/AcroForm << /Fields [6 0 R] >>", "/Annots [6 0 R]");
        string[] objects =
        [
            $"<< /Type /Catalog /Pages 2 0 R {form} >>",
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R {annotations} "
                + "/Resources << /Font << /F 5 0 R >> >> >>",
            SmallPdf.Stream("", content),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        return ((ReadPdf)PdfReader.Read(SmallPdf.Of(field is null ? objects : [.. objects, field]))).Text;
    }

    /// <summary>What its tags say first is drawn last; the running head is no part of the text.</summary>
    private static byte[] Tagged(string catalog = "", string element = "", string? second = null) => SmallPdf.Of(
    [
        $"<< {catalog} /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot 8 0 R >>",
        "<< /Type /Pages /Count 2 /Kids [3 0 R 4 0 R] >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources << /Font << /F 7 0 R >> >> >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 6 0 R /Resources << /Font << /F 7 0 R >> >> >>",
        SmallPdf.Stream("", """
            /Artifact BMC BT /F 9 Tf 72 770 Td (Running head) Tj ET EMC
            /LI << /MCID 3 >> BDC BT /F 11 Tf 72 400 Td (1. A ramp) Tj ET EMC
            /LI << /MCID 4 >> BDC BT /F 11 Tf 72 380 Td (2. A lift) Tj ET EMC
            /P << /MCID 1 >> BDC BT /F 11 Tf 72 300 Td (First, though it) Tj ET EMC
            /P << /MCID 2 >> BDC BT /F 11 Tf 72 286 Td (stands below.) Tj ET EMC
            /Heading << /MCID 0 >> BDC BT /F 11 Tf 72 200 Td (Letter) Tj ET EMC
            """),
        SmallPdf.Stream("", second is null
            ? "/P << /MCID 0 >> BDC BT /F 11 Tf 72 700 Td (On the second page.) Tj ET EMC"
            : $"BT /F 4 Tf 72 700 Td ({second}) Tj ET"),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Type /StructTreeRoot /RoleMap << /Heading /H1 >> /K << /S /Document /K [9 0 R 10 0 R 11 0 R 12 0 R] >> >>",
        $"<< /S /Heading {element} /Pg 3 0 R /K 0 >>",
        "<< /S /P /Pg 3 0 R /K [1 2] >>",
        $"<< /S /L {element} /Pg 3 0 R /K [<< /S /LI /K 3 >> << /S /LI /K << /S /LBody /K 4 >> >>] >>",
        "<< /S /P /K << /Type /MCR /Pg 4 0 R /MCID 0 >> >>",
    ]);

    /// <summary>A picture in two strips over each page, and words over that.</summary>
    private static byte[] Scanned(params string[] pages) => SmallPdf.Of(
    [
        "<< /Type /Catalog /Pages 2 0 R >>",
        $"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', pages.Select((_, i) => $"{5 + 2 * i} 0 R"))}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        SmallPdf.Stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "x"),
        .. pages.SelectMany((words, i) => (string[])
        [
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {6 + 2 * i} 0 R "
                + "/Resources << /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >> >>",
            SmallPdf.Stream("", $"q 612 0 0 390 0 0 cm /I Do Q q 612 0 0 390 0 390 cm /I Do Q BT /F 11 Tf 72 400 Td ({words}) Tj ET"),
        ]),
    ]);
}
