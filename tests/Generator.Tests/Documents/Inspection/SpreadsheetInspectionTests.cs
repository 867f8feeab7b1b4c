using Advocacy.Generator.Documents;
using Xunit;

namespace Advocacy.Tests.Generator.Documents.Inspection;

public sealed class SpreadsheetInspectionTests : Inspected
{
    [Theory]
    [InlineData("hidden")]
    [InlineData("veryHidden")]
    public void HiddenSheetIsRefused(string state) => Assert.Equal(HiddenSheet(2), Inspect("<sheetData/>", state));

    [Theory]
    [InlineData("<sheetData><row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>")]
    [InlineData("<sheetData><row r=\"1\" ht=\"0\"><c r=\"A1\"><is><t>a</t></is></c></row></sheetData>")]
    [InlineData("<cols><col min=\"2\" max=\"3\" hidden=\"true\"/></cols><sheetData><row><c r=\"C7\"><v>1</v></c></row></sheetData>")]
    [InlineData("<cols><col min=\"27\" max=\"27\" width=\"0\"/></cols><sheetData><row><c r=\"AA7\"><v>1</v></c></row></sheetData>")]
    public void HiddenCellsAreRefused(string sheet) => Assert.Equal(HiddenCells(2), Inspect(sheet));

    [Theory]
    [InlineData("<sheetData><row hidden=\"1\"><c r=\"A1\"/></row><row><c r=\"A2\"><v>1</v></c></row></sheetData>")]
    [InlineData("<cols><col min=\"5\" max=\"16384\" hidden=\"1\"/></cols><sheetData><row><c r=\"D1\"><v>1</v></c></row></sheetData>")]
    public void HiddenCellsWithNothingInThemAreFine(string sheet) => Assert.IsType<InspectedFile>(Inspect(sheet));

    [Theory]
    [InlineData("xl/comments1.xml", "<comments><commentList><comment ref=\"A1\"/></commentList></comments>")]
    [InlineData("xl/comments/comment1.xml", "<comments><commentList><comment ref=\"A1\"/></commentList></comments>")]
    [InlineData("xl/threadedComments/threadedComment1.xml", "<ThreadedComments><threadedComment ref=\"A1\"/></ThreadedComments>")]
    public void CommentsAreRefused(string part, string xml) => Assert.Equal(Comments, Inspect("a.xlsx", (part, xml)));

    [Fact]
    public void SharedWorkbookWithItsChangesIsRefused() =>
        Assert.Equal(TrackedChanges(), Inspect("a.xlsx", ("xl/revisions/revisionHeaders.xml", "<headers/>")));

    [Fact]
    public void DataBehindAPivotTableIsRefused() => Assert.Equal(
        new RejectedFile(
            "keeps all data behind a pivot table", "copy the table, paste it as values, delete the pivot table, and save it again"),
        Inspect("a.xlsx", ("xl/pivotCache/pivotCacheRecords1.xml", "<pivotCacheRecords><r><n v=\"1\"/></r></pivotCacheRecords>")));

    [Fact]
    public void DataOfAnotherWorkbookIsRefused() => Assert.Equal(
        new RejectedFile("keeps data of another workbook", "in Excel, choose Data, Edit Links, Break Link, and save it again"),
        Inspect("a.xlsx", ("xl/externalLinks/externalLink1.xml", "<externalLink><cell><v>1</v></cell></externalLink>")));

    [Fact]
    public void ConnectionIsWarnedOf() => Assert.Equal(
        ["names the database that its data came from"],
        Warned("a.xlsx", ("xl/connections.xml", "<connections><connection id=\"1\"/></connections>")));

    /// <summary>The second sheet of two, by the order of the workbook and not by the names of the parts.</summary>
    private FileInspection Inspect(string sheet, string state = "visible") => Inspect(
        "a.xlsx",
        ("xl/workbook.xml", $"""
            <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
              <sheets><sheet name="a" r:id="r7"/><sheet name="b" state="{state}" r:id="r1"/></sheets>
            </workbook>
            """),
        ("xl/_rels/workbook.xml.rels", """
            <Relationships>
              <Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r7" Target="/xl/worksheets/sheet2.xml"/>
            </Relationships>
            """),
        ("xl/worksheets/sheet1.xml", $"<worksheet>{sheet}</worksheet>"),
        ("xl/worksheets/sheet2.xml", "<worksheet/>"));
}
