using Advocacy.Generator.Documents;
using Advocacy.TestKit;
using Xunit;
using static Advocacy.Tests.Generator.Documents.Hidden.DrawnPdf;

namespace Advocacy.Tests.Generator.Documents.Hidden;

public sealed class HiddenLettersTests : Folder
{
    private const string Bar = "95 695 55 20 re f";

    [Theory]
    [InlineData("black bar", $"{Letters} 0 g {Bar}")]
    [InlineData("white bar", $"{Letters} 1 g {Bar}")]
    [InlineData("red bar", $"{Letters} 0.9 0 0 rg {Bar}")]
    [InlineData("bar in CMYK", $"{Letters} 0 0 0 1 k {Bar}")]
    [InlineData("bar over half of the name", $"{Letters} 0 g 95 695 22 20 re f")]
    [InlineData("bar over the middle of a sentence", $"BT /F1 12 Tf 76 700 Td (I am {Name} of here) Tj ET 0 g {Bar}")]
    [InlineData("bar with a frame", $"{Letters} 0 g 95 695 55 20 re B")]
    [InlineData("polygon", $"{Letters} 0 g 94 693 m 151 694 l 152 716 l 95 717 l h f")]
    [InlineData("round bar", $"{Letters} 0 g 95 705 m 95 719 150 719 150 705 c 150 691 95 691 95 705 c f")]
    [InlineData("thick line", $"{Letters} 20 w 0 G 95 704 m 150 704 l S")]
    [InlineData("two bars side by side", $"{Letters} 0 g 95 695 25 20 re f 120 695 30 20 re f")]
    [InlineData("bar that darkens", $"{Letters} /Dark gs 0 g {Bar}")]
    [InlineData("bar in a form", $"{Letters} /Form Do")]
    [InlineData("form that is turned", $"{Letters} q 0 1 -1 0 845 600 cm /Form Do Q q 1 0 0 1 0 0 cm 0 g {Bar} Q")]
    [InlineData("bar that is nearly opaque", $"{Letters} /Nearly gs 0 g {Bar}")]
    [InlineData("line of long dashes", $"{Letters} 20 w 0 G [1000] 0 d 95 704 m 150 704 l S")]
    [InlineData("white bar that brightens", $"{Letters} /Bright gs 1 g {Bar}")]
    [InlineData("letters apart", "BT /F1 12 Tf 10 Tc 76 700 Td (Zulema) Tj ET 0 g 70 695 150 20 re f")]
    [InlineData("letters below each other", "BT /F1 12 Tf 14 TL 100 700 Td (Z) Tj T* (u) Tj T* (l) Tj T* (e) Tj ET 0 g 90 600 40 120 re f")]
    [InlineData("letters from right to left",
        "BT /F1 12 Tf 120 700 Td (Z) Tj -10 0 Td (u) Tj -10 0 Td (l) Tj ET 0 g 90 690 60 30 re f")]
    [InlineData("shading without a clip", $"{Letters} /Fade sh")]
    [InlineData("stencil", $"{Letters} 0 g q 60 0 0 20 95 695 cm BI /W 1 /H 1 /IM true /BPC 1 /F /AHx ID 00> EI Q")]
    [InlineData("pattern of a shading", $"{Letters} q 95 695 55 20 re W n /Fade sh Q")]
    public void CoveredNameIsRefused(string how, string content)
    {
        var facts = Inspect(Of(
            content,
            resources: "/ExtGState << /Dark << /BM /Multiply >> /Nearly << /ca 0.9 >> /Bright << /BM /Screen >> >> "
                + "/XObject << /Form 6 0 R >> "
                + "/Shading << /Fade << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 0] /Extend [true true] /Function 7 0 R >> >>",
            others:
            [
                SmallPdf.Stream("/Type /XObject /Subtype /Form /BBox [0 0 612 792]", $"0 g {Bar}"),
                "<< /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [0.2] /N 1 >>",
            ]));

        Refused(how, facts, "under a bar, shape or picture");
    }

    [Fact]
    public void NameUnderAPictureIsRefused() => Refused("picture", Inspect(Of($"{Letters} {Picture(isStriped: false)}")), "under a bar");

    [Fact]
    public void NameUnderASmallPictureOfSomethingIsRefused() =>
        Refused("picture", Inspect(Of($"{Letters} {Picture(isStriped: true)}")), "under a bar");

    [Theory]
    [InlineData("Square", "/IC [0 0 0]")]
    [InlineData("Square", "/IC [1 1 1]")]
    [InlineData("Circle", "/IC [0.2]")]
    [InlineData("Highlight", "/C [0 0 0] /QuadPoints [95 715 150 715 95 695 150 695]")]
    [InlineData("Line", "/C [0 0 0] /L [95 704 150 704] /BS << /W 20 >>")]
    [InlineData("Ink", "/C [0 0 0] /InkList [[95 704 120 705 150 704]] /BS << /W 20 >>")]
    [InlineData("FreeText", "/C [1 1 1]")]
    [InlineData("Stamp", "/AP << /N 6 0 R >>")]
    [InlineData("Ink", "/AP << /N 6 0 R >>")]
    [InlineData("Widget", "/FT /Tx /AP << /N 6 0 R >>")]
    public void NameUnderAnAnnotationIsRefused(string type, string entries) => Refused(
        type,
        Inspect(Of(Letters, page: Annotation(type, entries), others:
            [SmallPdf.Stream("/Type /XObject /Subtype /Form /BBox [0 0 10 10]", "0 g 0 0 10 10 re f")])),
        "under a mark, stamp or field");

    [Theory]
    [InlineData("white on white", $"1 g {Letters}")]
    [InlineData("white outline on white", $"1 G 1 Tr {Letters}")]
    [InlineData("black on black", $"0 g {Bar} {Letters}")]
    [InlineData("nearly the gray below", $"0.5 g {Bar} 0.51 g {Letters}")]
    public void NameInTheColorOfWhatLiesUnderItIsRefused(string how, string content) =>
        Refused(how, Inspect(Of(content)), "in the color of what lies under them");

    [Theory]
    [InlineData("not painted", $"3 Tr {Letters}")]
    [InlineData("too small", "BT /F1 0.5 Tf 100 700 Td (Zulema) Tj ET")]
    [InlineData("wholly transparent", $"/Clear gs {Letters}")]
    public void NameWithoutInkIsRefused(string how, string content) => Refused(
        how,
        Inspect(Of(content, resources: "/ExtGState << /Clear << /ca 0 >> >>")),
        "not painted");

    [Fact]
    public void RecognizedTextWhereTheScanIsBlackedOutIsRefused() => Refused(
        "scan",
        Inspect(Of($"{Picture(isStriped: false, place: "612 0 0 792 0 0")} 3 Tr {Letters}")),
        "not painted");

    [Theory]
    [InlineData("bar over a scan with its recognized words", "{scan} 3 Tr " + Letters + " 0 g " + Bar)]
    [InlineData("bar between a scan and its recognized words", "{scan} 0 g " + Bar + " 3 Tr " + Letters)]
    [InlineData("bar over a scan that lies over its recognized words", Letters + " {scan} 0 g " + Bar)]
    public void BarOverAScanHidesItsRecognizedWords(string how, string content) => Refused(
        how,
        Inspect(Of(content.Replace("{scan}", Picture(isStriped: true, place: "612 0 0 792 0 0"), StringComparison.Ordinal))),
        "under a bar, shape or picture");

    [Fact]
    public void AnnotationLiesWhereItIsWhateverThePageLeftBehind() => Refused(
        "square",
        Inspect(Of($".75 0 0 -.75 0 792 cm q 1.3333 0 0 -1.3333 0 1056 cm {Letters} Q", page: Annotation("Square", "/IC [0 0 0]"))),
        "under a mark, stamp or field");

    /// <summary>Samples of fewer bits share a byte, and those of more have two.</summary>
    [Theory]
    [InlineData("/CS /G /BPC 4", "0F", "00", 300)]
    [InlineData("/CS /G /BPC 16", "0000FFFF", "00000000", 300)]
    public void ScanOfAnyDepthShowsItsWordsOrNone(string format, string stripe, string blank, int repeated)
    {
        Assert.True(Inspect(Scan(stripe)).Hidden.IsEmpty);
        Refused(format, Inspect(Scan(blank)), "not painted");

        byte[] Scan(string pair) => Of(
            $"q 612 0 0 792 0 0 cm BI /W 600 /H 20 {format} /F /AHx ID "
            + $"{string.Concat(Enumerable.Repeat(pair, repeated * 20))}> EI Q 3 Tr {Letters}");
    }

    [Fact]
    public void TextBelowAScanThatIsBlackedOutIsRefused() => Refused(
        "scan",
        Inspect(Of($"{Letters} {Picture(isStriped: false, place: "612 0 0 792 0 0")}")),
        "under a bar, shape or picture");

    [Theory]
    [InlineData("/OCGs [6 0 R] /D << /OFF [6 0 R] >>", "/Layer 6 0 R")]
    [InlineData("/OCGs [6 0 R] /D << /BaseState /OFF >>", "/Layer 6 0 R")]
    [InlineData("/OCGs [6 0 R] /D << /OFF [6 0 R] >>", "/Layer << /Type /OCMD /OCGs 6 0 R >>")]
    public void NameInALayerThatIsOffIsRefused(string layers, string property) => Refused(
        layers,
        Inspect(Of(
            $"/OC /Layer BDC {Letters} EMC",
            resources: $"/Properties << {property} >>",
            catalog: $"/OCProperties << {layers} >>",
            others: "<< /Type /OCG /Name (Names) >>")),
        "in a layer that is switched off");

    [Theory]
    [InlineData("outside the page", $"BT /F1 12 Tf 700 700 Td ({Name}) Tj ET", "")]
    [InlineData("outside the crop", Letters, "/CropBox [0 0 612 600]")]
    [InlineData("end of a line outside the crop", $"BT /F1 12 Tf 10 300 Td (I am {Name}) Tj ET", "/CropBox [0 0 30 792]")]
    public void NameOutsideThePageIsRefused(string how, string content, string page) =>
        Refused(how, Inspect(Of(content, page)), "outside the part of the page that is shown");

    [Theory]
    [InlineData("elsewhere", $"q 300 300 20 20 re W n {Letters} Q")]
    [InlineData("in a form with a small box", "/Form Do")]
    public void NameThatIsClippedAwayIsRefused(string how, string content) => Refused(
        how,
        Inspect(Of(
            content,
            resources: "/XObject << /Form 6 0 R >>",
            others: SmallPdf.Stream("/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Resources << /Font << /F1 5 0 R >> >>", Letters))),
        "cut from view");

    [Theory]
    [InlineData("white letters on a dark bar", $"0 g {Bar} 1 g {Letters}")]
    [InlineData("white letters on a bar that was drawn as a line", $"20 w 0 G 95 704 m 150 704 l S 1 g {Letters}")]
    [InlineData("white letters on a picture", "{picture} 1 g " + Letters)]
    [InlineData("white letters on a half transparent bar", $"/Faint gs 0 g {Bar} /Full gs 1 g {Letters}")]
    [InlineData("bar behind letters", $"0.8 g {Bar} 0 g {Letters}")]
    [InlineData("bar with nothing under it", $"BT /F1 12 Tf 100 500 Td (Words) Tj ET 0 g {Bar}")]
    [InlineData("rule through a line", $"{Letters} 0 g 95 703 55 1 re f")]
    [InlineData("rule under a line", $"{Letters} 0 g 95 697 55 2 re f")]
    [InlineData("table", $"{Letters} 1 w 95 695 55 20 re S 90 690 200 60 re S")]
    [InlineData("frame without a fill", $"{Letters} 3 w 95 695 55 20 re S")]
    [InlineData("yellow highlighter", $"{Letters} /Bright gs 1 1 0 rg {Bar}")]
    [InlineData("half transparent bar", $"{Letters} /Faint gs 0 g {Bar}")]
    [InlineData("painted once more", $"{Letters} 1 g {Bar} 0 g {Letters}")]
    [InlineData("picture beside", $"{Letters} q 60 0 0 20 300 695 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 00> EI Q")]
    [InlineData("outlined letters", $"1 g 1 Tr {Letters}")]
    [InlineData("inside a clip", $"q 90 690 100 40 re W n {Letters} Q")]
    [InlineData("ring around a word", $"{Letters} 0 g 90 690 70 30 re 95 695 60 20 re f*")]
    [InlineData("scan with its recognized words", "{scan} 3 Tr " + Letters)]
    [InlineData("scan over its recognized words", Letters + " {scan}")]
    [InlineData("layer that is on", $"/OC /Layer BDC {Letters} EMC")]
    public void WhatReadersSeeIsFine(string how, string content)
    {
        var facts = Inspect(Of(
            content.Replace("{scan}", Picture(isStriped: true, place: "612 0 0 792 0 0"), StringComparison.Ordinal)
                .Replace("{picture}", Picture(isStriped: false), StringComparison.Ordinal),
            resources: "/ExtGState << /Bright << /BM /Multiply >> /Faint << /ca 0.5 >> /Full << /ca 1 >> >> /Properties << /Layer 6 0 R >>",
            catalog: "/OCProperties << /OCGs [6 0 R] /D << /ON [6 0 R] >> >>",
            others: "<< /Type /OCG /Name (Words) >>"));

        Assert.True(facts.Hidden.IsEmpty, $"{how}: {string.Join("; ", facts.Hidden)}");
    }

    [Theory]
    [InlineData("Highlight", "/C [1 1 0] /QuadPoints [95 715 150 715 95 695 150 695]")]
    [InlineData("Underline", "/C [0 0 0] /QuadPoints [95 715 150 715 95 695 150 695]")]
    [InlineData("Square", "/C [0 0 0]")]
    [InlineData("Square", "/IC [0 0 0] /F 2")]
    [InlineData("Link", "/A << /S /URI /URI (https://example.org/) >>")]
    public void AnnotationThatLeavesWordsInSightIsFine(string type, string entries) =>
        Assert.DoesNotContain(Inspect(Of(Letters, page: Annotation(type, entries))).Hidden, h => h.Refused);

    [Theory]
    [InlineData($"q 95 695 16 20 re W n {Letters} Q")]
    [InlineData($"BT /F1 12 Tf 590 700 Td ({Name}) Tj ET")]
    public void LineThatIsCutOffIsWarnedOf(string content)
    {
        var facts = Inspect(Of(content));

        var hidden = Assert.Single(facts.Hidden);
        Assert.False(hidden.Refused);
        Assert.Contains("cut off at the edge of a cell", hidden.What, StringComparison.Ordinal);
    }

    [Fact]
    public void TextThatStandsForHiddenLettersIsHiddenToo()
    {
        var facts = Inspect(Of($"BT /F1 12 Tf 100 500 Td (The witness) Tj ET /Span << /ActualText ({Name}) >> BDC "
            + $"BT /F1 12 Tf 100 700 Td (xxxxxx) Tj ET EMC 0 g {Bar}"));

        Assert.DoesNotContain(Name, facts.Text, StringComparison.Ordinal);
        Assert.Contains("The witness", facts.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryPageIsNamed()
    {
        var objects = Objects($"{Letters} 0 g {Bar}");
        objects[1] = "<< /Type /Pages /Count 3 /Kids [3 0 R 6 0 R 7 0 R] >>";
        var facts = Inspect(SmallPdf.Of(
        [
            .. objects,
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>",
            objects[2],
        ]));

        Assert.Equal("pages 1, 3", Assert.Single(facts.Hidden).Place);
    }

    private static void Refused(string how, DocumentFacts facts, string what)
    {
        Assert.True(facts.Hidden.Any(h => h.Refused && h.What.Contains(what, StringComparison.Ordinal)),
            $"{how}: {string.Join("; ", facts.Hidden)}");
        Assert.DoesNotContain(Name, facts.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, string.Concat(facts.Hidden), StringComparison.Ordinal);
    }

    /// <summary>Nothing of the name is kept on the way.</summary>
    private DocumentFacts Inspect(byte[] pdf)
    {
        var facts = Assert.IsType<InspectedFile>(DocumentInspector.Inspect(Write("a.pdf", pdf), Cache)).Facts;
        if (facts.Hidden.Any(h => h.Refused))
            Assert.All(Directory.GetFiles(Cache), file => Assert.DoesNotContain(Name, File.ReadAllText(file), StringComparison.Ordinal));
        return facts;
    }
}
