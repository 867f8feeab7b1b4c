using Advocacy.Generator.Documents;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Documents.Inspection;

public sealed class WordInspectionTests : Inspected
{
    private const string Names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    [Theory]
    [InlineData("<w:p><w:ins w:author=\"A\"><w:r><w:t>a</w:t></w:r></w:ins></w:p>")]
    [InlineData("<w:p><w:del w:author=\"A\"><w:r><w:delText>a</w:delText></w:r></w:del></w:p>")]
    [InlineData("<w:p><w:moveFrom><w:r><w:t>a</w:t></w:r></w:moveFrom></w:p>")]
    [InlineData("<w:p><w:pPr><w:rPr><w:ins w:author=\"A\"/></w:rPr></w:pPr></w:p>")]
    [InlineData("<w:p><w:r><w:rPr><w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t>a</w:t></w:r></w:p>")]
    public void TrackedChangesAreRefused(string body) => Assert.Equal(TrackedChanges(), InspectBody(body));

    [Fact]
    public void PageIsNamedWhereWordNotedIt() => Assert.Equal(
        TrackedChanges(" (page 3)"),
        InspectBody("<w:p><w:r><w:lastRenderedPageBreak/><w:lastRenderedPageBreak/></w:r><w:del/></w:p>"));

    [Fact]
    public void CommentsAreRefused() => Assert.Equal(
        Comments,
        InspectBody("", ("word/comments.xml", $"<w:comments {Names}><w:comment w:id=\"0\"><w:p/></w:comment></w:comments>")));

    [Fact]
    public void EmptyListOfCommentsIsNone() =>
        Assert.IsType<InspectedFile>(InspectBody("", ("word/comments.xml", $"<w:comments {Names}/>")));

    [Theory]
    [InlineData("<w:rPr><w:vanish/></w:rPr>")]
    [InlineData("<w:rPr><w:vanish w:val=\"true\"/></w:rPr>")]
    [InlineData("<w:rPr><w:rStyle w:val=\"Secret\"/></w:rPr>")]
    [InlineData("<w:rPr><w:rStyle w:val=\"More\"/></w:rPr>")]
    public void HiddenTextIsRefused(string format) => Assert.Equal(HiddenText(), InspectBody(Run(format), Styles));

    [Fact]
    public void TextOfAHiddenParagraphStyleIsRefused() => Assert.Equal(
        HiddenText(),
        InspectBody("<w:p><w:pPr><w:pStyle w:val=\"Secret\"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", Styles));

    [Theory]
    [InlineData("<w:rPr><w:vanish w:val=\"0\"/></w:rPr>")]
    [InlineData("<w:rPr><w:rStyle w:val=\"Secret\"/><w:vanish w:val=\"false\"/></w:rPr>")]
    [InlineData("<w:rPr><w:webHidden/></w:rPr>")]
    [InlineData("<w:rPr><w:highlight w:val=\"yellow\"/></w:rPr>")]
    [InlineData("<w:rPr><w:highlight w:val=\"black\"/><w:color w:val=\"FFFFFF\"/></w:rPr>")]
    [InlineData("<w:rPr><w:shd w:val=\"clear\" w:fill=\"000000\"/></w:rPr>")]
    [InlineData("<w:rPr><w:shd w:val=\"clear\" w:fill=\"000000\"/><w:color w:val=\"FFFFFF\"/></w:rPr>")]
    [InlineData("<w:rPr><w:shd w:val=\"clear\" w:fill=\"2A3BB0\"/><w:color w:val=\"FFFFFF\"/></w:rPr>")]
    public void TextThatReadersSeeIsFine(string format) => Assert.IsType<InspectedFile>(InspectBody(Run(format), Styles));

    [Theory]
    [InlineData("<w:rPr><w:highlight w:val=\"black\"/></w:rPr>")]
    [InlineData("<w:rPr><w:highlight w:val=\"black\"/><w:color w:val=\"000000\"/></w:rPr>")]
    [InlineData("<w:rPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"000000\"/><w:color w:val=\"000000\"/></w:rPr>")]
    [InlineData("<w:rPr><w:shd w:val=\"solid\" w:color=\"000000\" w:fill=\"FFFFFF\"/><w:color w:val=\"0A0A0A\"/></w:rPr>")]
    public void BlackenedWordsAreRefused(string format) => Assert.Equal(Blackened, InspectBody(Run(format)));

    [Theory]
    [InlineData("<w:p><w:pPr><w:shd w:fill=\"000000\"/></w:pPr><w:r><w:rPr><w:color w:val=\"000000\"/></w:rPr><w:t>a</w:t></w:r></w:p>")]
    [InlineData(
        "<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill=\"000000\"/></w:tcPr>"
        + "<w:p><w:r><w:rPr><w:color w:val=\"000000\"/></w:rPr><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")]
    public void BlackenedParagraphsAndCellsAreRefused(string body) => Assert.Equal(Blackened, InspectBody(body));

    [Fact]
    public void WhiteTextOnWhiteIsRefused() => Assert.Equal(WhiteText, InspectBody(Run("<w:rPr><w:color w:val=\"ffffff\"/></w:rPr>")));

    [Theory]
    [InlineData("<w:tbl><w:tr><w:tc>{0}</w:tc></w:tr></w:tbl>")]
    [InlineData("<w:p><w:r><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></w:r></w:p>")]
    public void WhiteTextIsFineWhereSomethingDarkMayBeBehind(string around) => Assert.IsType<InspectedFile>(
        InspectBody(around.Replace("{0}", Run("<w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr>"), StringComparison.Ordinal)));

    [Fact]
    public void BlackenedRunWithoutWordsIsFine() => Assert.IsType<InspectedFile>(
        InspectBody("<w:p><w:r><w:rPr><w:highlight w:val=\"black\"/></w:rPr><w:t xml:space=\"preserve\"> </w:t></w:r></w:p>"));

    [Fact]
    public void HiddenPictureIsRefused() => Assert.Equal(
        new RejectedFile("has a hidden picture or shape", "delete it, or show it, and save it again"),
        InspectBody("<w:p><w:r><d:docPr xmlns:d=\"d\" id=\"1\" hidden=\"1\"/></w:r></w:p>"));

    [Theory]
    [InlineData("INCLUDEPICTURE &quot;C:\\\\Users\\\\a\\\\b.png&quot;")]
    [InlineData("HYPERLINK &quot;file:///home/a/b.docx&quot;")]
    public void FieldThatLeadsToSomebodysComputerIsRefused(string instruction) =>
        Assert.Equal(LocalLink, InspectBody($"<w:p><w:r><w:instrText>{instruction}</w:instrText></w:r></w:p>"));

    [Fact]
    public void FieldOfTheDocumentIsFine() => Assert.IsType<InspectedFile>(
        InspectBody("<w:p><w:r><w:instrText>HYPERLINK &quot;https://example.org/C:/a&quot; \\* MERGEFORMAT</w:instrText></w:r></w:p>"));

    [Fact]
    public void HeadersAndNotesAreReadToo() => Assert.Equal(
        HiddenText(),
        InspectBody("", ("word/footnotes.xml", $"<w:footnotes {Names}>{Run("<w:rPr><w:vanish/></w:rPr>")}</w:footnotes>")));

    private static (string, string) Styles => ("word/styles.xml", $"""
        <w:styles {Names}>
          <w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>
          <w:style w:styleId="More"><w:basedOn w:val="Secret"/></w:style>
        </w:styles>
        """);

    private static string Run(string format) => $"<w:p><w:r>{format}<w:t>secret</w:t></w:r></w:p>";

    private FileInspection InspectBody(string body, params (string, string)[] more) => Inspect(
        "a.docx",
        [("word/document.xml", $"<w:document {Names}><w:body>{body}</w:body></w:document>"), .. more]);
}
