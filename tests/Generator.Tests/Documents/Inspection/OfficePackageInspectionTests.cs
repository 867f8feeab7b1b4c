using Advocacy.Generator.Documents;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Documents.Inspection;

public sealed class OfficePackageInspectionTests : Inspected
{
    public static TheoryData<string> Kinds => ["a.docx", "a.xlsx", "a.pptx"];

    [Theory]
    [InlineData("word/vbaProject.bin")]
    [InlineData("xl/vbaProject.bin")]
    [InlineData("xl/macrosheets/sheet1.xml")]
    public void MacrosAreRefused(string part) => Assert.Equal(Macros, Inspect("a.docx", (part, "<a/>")));

    [Theory]
    [InlineData("word/embeddings/oleObject1.bin")]
    [InlineData("ppt/embeddings/Microsoft_Excel_Sheet1.xlsx")]
    public void EmbeddedFileIsRefused(string part) => Assert.Equal(EmbeddedFile, Inspect("a.pptx", (part, "a")));

    [Fact]
    public void ControlIsRefused() => Assert.Equal(
        new RejectedFile("has controls that run on the reader's computer", "delete them, and save it again"),
        Inspect("a.docx", ("word/activeX/activeX1.xml", "<a/>")));

    [Theory]
    [InlineData("file:///C:\\Users\\a\\Normal.dotm")]
    [InlineData("C:/Users/a/b.docx")]
    [InlineData("\\\\server\\share\\b.docx")]
    [InlineData("/Users/a/b.docx")]
    [InlineData("FILE:///home/a/b")]
    public void LinkToSomebodysComputerIsRefused(string target) => Assert.Equal(LocalLink, Inspect("a.docx", Link(target)));

    [Theory]
    [InlineData("https://example.org/C:/a")]
    [InlineData("mailto:a@example.org")]
    [InlineData("Normal.dotm")]
    public void OtherLinksAreFine(string target) => Assert.Empty(Warned("a.docx", Link(target)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void WhatTheFileSaysOfItselfIsNamedAndNeverRepeated(string name)
    {
        var warned = Warned(
            name,
            ("docProps/core.xml", """
                <c:coreProperties xmlns:c="c" xmlns:d="d"><d:title>secret</d:title><d:creator>secret</d:creator>
                <c:lastModifiedBy>secret</c:lastModifiedBy><c:keywords/></c:coreProperties>
                """),
            ("docProps/app.xml", "<Properties><Company>secret</Company><Manager>secret</Manager>"
                + "<Template>C:\\secret.dotm</Template></Properties>"),
            ("docProps/custom.xml", "<Properties><property name=\"secret\">secret</property></Properties>"),
            ("word/people.xml", "<people><person author=\"secret\"/></people>"));

        Assert.Equal(
            [
                "says things about itself: author, last modified by, manager, company, path of the template, custom properties, "
                    + "people who worked on it",
            ],
            warned);
    }

    [Fact]
    public void StandardTemplateAndTitleAreFine() => Assert.Empty(Warned(
        "a.docx",
        ("docProps/core.xml", "<c><title>A title</title></c>"),
        ("docProps/app.xml", "<Properties><Template>Normal.dotm</Template><Application>Word</Application></Properties>")));

    [Fact]
    public void PrinterAndDataOfOtherProgramsAreWarnedOf() => Assert.Equal(
        ["names the printer that it was set up for", "has data of another program inside (custom XML)"],
        Warned("a.xlsx", ("xl/printerSettings/printerSettings1.bin", "a"), ("customXml/item1.xml", "<a>b</a>")));

    [Fact]
    public void EmptyBibliographyIsFine() => Assert.Empty(Warned(
        "a.docx",
        ("customXml/item1.xml", "<b:Sources xmlns:b=\"http://schemas.openxmlformats.org/officeDocument/2006/bibliography\"/>"),
        ("customXml/itemProps1.xml", "<a>b</a>")));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void PictureThatSaysWhereItWasTakenIsRefused(string name) =>
        Assert.Equal(PictureWithPlace(), Inspect(name, ZippedParts.Of(("word/media/image1.jpg", MarkedPictures.Jpeg()))));

    [Fact]
    public void PictureOfACameraIsWarnedOf() => Assert.Equal(
        ["has a picture that says when, by whom or with which camera it was taken"],
        Warned("a.docx", ZippedParts.Of(("word/media/image1.jpg", Photographs.SidewaysJpeg(90, 60)))));

    [Fact]
    public void OtherPictureIsFine() => Assert.Empty(Warned("a.docx", ZippedParts.Of(("word/media/image1.jpg", Photographs.Jpeg(90, 60)))));

    [Fact]
    public void SmallFileThatUnpacksToMuchIsRefused() => Assert.Equal(
        new RejectedFile("unpacks to more than 256 MB", "make it smaller or split it"),
        Inspect("a.docx", ZippedParts.Of(("word/media/image1.jpg", new byte[257 << 20]))));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void FileWithAPasswordIsRefused(string name) => Assert.Equal(
        new RejectedFile(
            "is encrypted, or in an old format", $"save it as {Path.GetExtension(name)[1..].ToUpperInvariant()} without a password"),
        Inspect(name, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]));

    [Theory]
    [InlineData("<w:document")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")]
    public void BrokenPartIsRefused(string xml) => Assert.Equal(
        new RejectedFile("is not a DOCX, or is damaged", "export it again from the program it was made with"),
        Inspect("a.docx", ("word/document.xml", xml)));

    [Fact]
    public void CutOffFileIsRefused()
    {
        var bytes = ZippedParts.Of(("word/document.xml", "<a/>"));

        for (var length = 1; length < bytes.Length; length++)
            Assert.IsType<RejectedFile>(Inspect("a.docx", bytes[..length]));
    }

    [Fact]
    public void FindingsAreCachedWithTheFacts()
    {
        (string, string)[] parts = [("docProps/core.xml", "<c><creator>a</creator></c>")];
        var first = Inspect("a.docx", parts);

        Assert.Equal(first, Inspect("b.docx", parts));
        Assert.Equal(["says things about itself: author"], Warned("c.docx", parts));
        Assert.Single(Directory.GetFiles(Cache));
    }

    private static (string, string) Link(string target) => (
        "word/_rels/document.xml.rels",
        $"<Relationships><Relationship Id=\"r1\" TargetMode=\"External\" Target=\"{target}\"/></Relationships>");
}
