using Advocacy.Generator.Documents;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Documents.Inspection;

public sealed class OpenDocumentInspectionTests : Inspected
{
    private const string Names = """
        xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
        xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
        xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
        xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"
        xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
        """;

    private const string Styles = """
        <office:automatic-styles>
          <style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
          <style:style style:name="H2" style:family="text" style:parent-style-name="H"/>
          <style:style style:name="B" style:family="text">
            <style:text-properties fo:color="#000000" fo:background-color="#000000"/>
          </style:style>
          <style:style style:name="D" style:family="text"><style:text-properties fo:background-color="#000000"/></style:style>
          <style:style style:name="W" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>
          <style:style style:name="K" style:family="text"><style:text-properties fo:color="#111111"/></style:style>
          <style:style style:name="WB" style:family="text" style:parent-style-name="W">
            <style:text-properties fo:background-color="#2a3bb0"/>
          </style:style>
          <style:style style:name="S" style:family="table"><style:table-properties table:display="false"/></style:style>
          <style:style style:name="P" style:family="drawing-page">
            <style:drawing-page-properties presentation:visibility="hidden"/>
          </style:style>
        </office:automatic-styles>
        """;

    [Theory]
    [InlineData("<text:tracked-changes><text:changed-region><text:deletion/></text:changed-region></text:tracked-changes>")]
    [InlineData("<table:tracked-changes><table:cell-content-change/></table:tracked-changes>")]
    public void TrackedChangesAreRefused(string body) => Assert.Equal(TrackedChanges(), InspectBody(body));

    [Fact]
    public void TurnedOnTrackingWithoutChangesIsFine() =>
        Assert.IsType<InspectedFile>(InspectBody("<text:tracked-changes text:track-changes=\"true\"/>"));

    [Fact]
    public void CommentsAreRefused() =>
        Assert.Equal(Comments, InspectBody("<text:p>a<office:annotation><text:p>b</text:p></office:annotation></text:p>"));

    [Theory]
    [InlineData("<text:p><text:span text:style-name=\"H\">a</text:span></text:p>")]
    [InlineData("<text:p><text:span text:style-name=\"H2\">a</text:span></text:p>")]
    [InlineData("<text:section text:display=\"none\"><text:p>a</text:p></text:section>")]
    [InlineData("<text:p><text:hidden-text text:string-value=\"a\"/></text:p>")]
    public void HiddenTextIsRefused(string body) => Assert.Equal(HiddenText(), InspectBody(body));

    [Fact]
    public void BlackenedWordsAreRefused() =>
        Assert.Equal(Blackened, InspectBody("<text:p><text:span text:style-name=\"B\">a</text:span></text:p>"));

    [Theory]
    [InlineData("<text:p><text:span text:style-name=\"W\">a</text:span></text:p>", true)]
    [InlineData("<text:p><text:span text:style-name=\"W\"><text:span text:style-name=\"K\">a</text:span></text:span></text:p>", false)]
    [InlineData("<text:p><text:span text:style-name=\"WB\">a</text:span></text:p>", false)]
    [InlineData("<draw:frame><text:p><text:span text:style-name=\"W\">a</text:span></text:p></draw:frame>", false)]
    public void WhiteTextIsRefusedWhereNothingIsBehind(string body, bool refused) =>
        Assert.Equal(refused ? WhiteText : null, InspectBody($"<office:text>{body}</office:text>") as RejectedFile);

    [Theory]
    [InlineData("<text:p><text:span text:style-name=\"D\">a</text:span></text:p>")]
    [InlineData("<text:p><text:span text:style-name=\"H\"/></text:p>")]
    [InlineData("<table:table table:style-name=\"H\"><table:table-cell><text:p>a</text:p></table:table-cell></table:table>")]
    public void WhatReadersSeeIsFine(string body) => Assert.IsType<InspectedFile>(InspectBody(body));

    [Fact]
    public void HiddenSheetIsRefused() =>
        Assert.Equal(HiddenSheet(2), InspectBody("<table:table/><table:table table:style-name=\"S\"/>"));

    [Theory]
    [InlineData("<table:table-row table:visibility=\"collapse\"><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>")]
    [InlineData("<table:table-row table:visibility=\"filter\"><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>")]
    [InlineData(
        "<table:table-column table:number-columns-repeated=\"2\"/><table:table-column table:visibility=\"collapse\"/>"
        + "<table:table-row><table:table-cell table:number-columns-repeated=\"2\"/>"
        + "<table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>")]
    public void HiddenCellsAreRefused(string rows) => Assert.Equal(HiddenCells(1), InspectBody($"<table:table>{rows}</table:table>"));

    [Fact]
    public void HiddenCellsWithNothingInThemAreFine() => Assert.IsType<InspectedFile>(InspectBody(
        "<table:table><table:table-column/><table:table-column table:visibility=\"collapse\"/>"
        + "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell/></table:table-row></table:table>"));

    [Fact]
    public void HiddenSlideIsRefused() => Assert.Equal(HiddenSlide(2), InspectBody("<draw:page/><draw:page draw:style-name=\"P\"/>"));

    [Fact]
    public void SpeakerNotesAreWarnedOf() => Assert.Equal(
        ["has speaker notes"],
        Warned("a.odp", Content("<draw:page><presentation:notes><text:p>a</text:p></presentation:notes></draw:page>")));

    [Theory]
    [InlineData("file:///home/a/b.odt")]
    [InlineData("../../../../home/a/b.odt")]
    public void LinkToSomebodysComputerIsRefused(string target) =>
        Assert.Equal(LocalLink, InspectBody($"<text:p><text:a xlink:href=\"{target}\">a</text:a></text:p>"));

    [Theory]
    [InlineData("Basic/Standard/Module1.xml")]
    [InlineData("Scripts/python/a.py")]
    public void MacrosAreRefused(string part) => Assert.Equal(Macros, InspectBody("", (part, "<a/>")));

    [Fact]
    public void EmptyLibrariesAreFine() =>
        Assert.IsType<InspectedFile>(InspectBody("", ("Basic/script-lc.xml", "<a/>"), ("Basic/Standard/script-lb.xml", "<a/>")));

    [Theory]
    [InlineData("application/vnd.oasis.opendocument.spreadsheet")]
    [InlineData("application/vnd.sun.star.oleobject")]
    public void EmbeddedFileIsRefused(string mediaType) => Assert.Equal(EmbeddedFile, InspectBody("", Manifest(mediaType)));

    [Theory]
    [InlineData("application/vnd.oasis.opendocument.formula")]
    [InlineData("application/vnd.oasis.opendocument.chart")]
    public void FormulasAndChartsAreFine(string mediaType) => Assert.IsType<InspectedFile>(InspectBody("", Manifest(mediaType)));

    [Fact]
    public void EarlierVersionsAreRefused() => Assert.Equal(
        new RejectedFile("keeps earlier versions of itself", "delete them, and save it again"),
        InspectBody("", ("Versions/Version1", "a")));

    [Fact]
    public void WhatTheFileSaysOfItselfIsNamedAndNeverRepeated() => Assert.Equal(
        ["names the printer that it was set up for", "says things about itself: author, custom properties, last modified by, template"],
        Warned(
            "a.odt",
            Content(""),
            ("meta.xml", "<m><title>a</title><initial-creator>secret</initial-creator><creator>secret</creator>"
                + "<user-defined name=\"secret\">secret</user-defined><template href=\"a.ott\"/></m>"),
            ("settings.xml", "<s><config-item name=\"PrinterName\">secret</config-item></s>")).Select(Sorted));

    [Fact]
    public void PictureThatSaysWhereItWasTakenIsRefused() => Assert.Equal(
        PictureWithPlace(),
        Inspect("a.odt", ZippedParts.Of(("content.xml", "<a/>"u8.ToArray()), ("Pictures/1.png", MarkedPictures.Png()))));

    private static string Sorted(string what) => what.Split(": ") is [var before, var list]
        ? $"{before}: {string.Join(", ", list.Split(", ").Order(StringComparer.Ordinal))}"
        : what;

    private static (string, string) Manifest(string mediaType) => (
        "META-INF/manifest.xml",
        "<m><file-entry full-path=\"/\" media-type=\"application/vnd.oasis.opendocument.text\"/>"
        + $"<file-entry full-path=\"Object 1/\" media-type=\"{mediaType}\"/></m>");

    private static (string, string) Content(string body) =>
        ("content.xml", $"<office:document-content {Names}>{Styles}<office:body>{body}</office:body></office:document-content>");

    private FileInspection InspectBody(string body, params (string, string)[] more) => Inspect("a.odt", [Content(body), .. more]);
}
