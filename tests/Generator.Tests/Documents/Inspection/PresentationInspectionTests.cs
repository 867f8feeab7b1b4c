using Advocacy.Generator.Documents;
using Xunit;

namespace Advocacy.Tests.Generator.Documents.Inspection;

public sealed class PresentationInspectionTests : Inspected
{
    [Fact]
    public void HiddenSlideIsRefused() => Assert.Equal(HiddenSlide(2), Inspect("<p:sld xmlns:p=\"p\" show=\"0\"/>"));

    [Fact]
    public void HiddenShapeIsRefused() => Assert.Equal(
        new RejectedFile("has a hidden picture or shape (slide 2)", "delete it, or show it, and save it again"),
        Inspect("<p:sld xmlns:p=\"p\"><p:cNvPr id=\"2\" hidden=\"1\"/></p:sld>"));

    [Theory]
    [InlineData("ppt/comments/comment1.xml")]
    [InlineData("ppt/comments/modernComment_1.xml")]
    public void CommentsAreRefused(string part) => Assert.Equal(Comments, Inspect("a.pptx", (part, "<cmLst><cm/></cmLst>")));

    [Fact]
    public void SpeakerNotesAreWarnedOf() => Assert.Equal(
        ["has speaker notes"],
        Warned("a.pptx", ("ppt/notesSlides/notesSlide1.xml", "<notes><txBody><p><r><t>a</t></r></p></txBody></notes>")));

    [Fact]
    public void NumberOfASlideIsNoNote() => Assert.Empty(
        Warned("a.pptx", ("ppt/notesSlides/notesSlide1.xml", "<notes><txBody><p><fld><t>2</t></fld></p></txBody></notes>")));

    private FileInspection Inspect(string slide) => Inspect(
        "a.pptx",
        ("ppt/presentation.xml", """
            <presentation xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
              <sldIdLst><sldId id="256" r:id="r1"/><sldId id="257" r:id="r2"/></sldIdLst>
            </presentation>
            """),
        ("ppt/_rels/presentation.xml.rels", """
            <Relationships>
              <Relationship Id="r1" Target="slides/slide1.xml"/><Relationship Id="r2" Target="slides/slide5.xml"/>
            </Relationships>
            """),
        ("ppt/slides/slide5.xml", slide));
}
