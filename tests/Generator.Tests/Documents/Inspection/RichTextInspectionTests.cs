using System.Text;
using Advocacy.Generator.Documents;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Documents.Inspection;

public sealed class RichTextInspectionTests : Inspected
{
    private const string Colors = @"{\colortbl;\red0\green0\blue0;\red255\green255\blue255;\red255\green0\blue0;}";

    [Theory]
    [InlineData(@"{\deleted a}")]
    [InlineData(@"a\revised\revauth1 b\revised0 c")]
    public void TrackedChangesAreRefused(string body) => Assert.Equal(TrackedChanges(), Inspect(body));

    [Theory]
    [InlineData(@"a\v b\v0 c")]
    [InlineData(@"{\v\'e1}")]
    [InlineData(@"{\v {\b b}}")]
    public void HiddenTextIsRefused(string body) => Assert.Equal(HiddenText(), Inspect(body));

    [Fact]
    public void CommentsAreRefused() => Assert.Equal(Comments, Inspect(@"a{\*\atnid A}{\*\annotation b}"));

    [Theory]
    [InlineData(@"{\highlight1 a}")]
    [InlineData(@"{\cf1\highlight1 a}")]
    [InlineData(@"{\cf1\chcbpat1 a}")]
    public void BlackenedWordsAreRefused(string body) => Assert.Equal(Blackened, Inspect(body));

    [Fact]
    public void WhiteTextOnWhiteIsRefused() => Assert.Equal(WhiteText, Inspect(@"{\cf2 a}"));

    [Fact]
    public void EmbeddedFileIsRefused() => Assert.Equal(EmbeddedFile, Inspect(@"{\object\objemb{\*\objdata 0105}}"));

    [Theory]
    [InlineData(@"{\*\template C:\\Users\\a\\b.dot}")]
    [InlineData(@"{\field{\*\fldinst {HYPERLINK ""file:///C:\\a""}}{\fldrslt a}}")]
    public void LinkToSomebodysComputerIsRefused(string body) => Assert.Equal(LocalLink, Inspect(body));

    [Theory]
    [InlineData(@"a\v0 b")]
    [InlineData(@"{\xe {\v a}}")]
    [InlineData(@"{\*\bkmkstart a}")]
    [InlineData(@"{\v }b")]
    [InlineData(@"{\v\plain b}")]
    [InlineData(@"{\cf3\highlight1 a}")]
    [InlineData(@"{\cf2\highlight1 a}")]
    [InlineData(@"\trowd{\cf2 a}")]
    [InlineData(@"{\field{\*\fldinst {HYPERLINK ""https://example.org/C:/a""}}{\fldrslt a}}")]
    [InlineData(@"\{\\v\}")]
    public void WhatReadersSeeIsFine(string body) => Assert.IsType<InspectedFile>(Inspect(body));

    [Fact]
    public void WhatTheFileSaysOfItselfIsNamedAndNeverRepeated() => Assert.Equal(
        ["says things about itself: author, company, last modified by"],
        Warned("a.rtf", Encoding.Latin1.GetBytes(
            @"{\rtf1{\info{\title a}{\author secret}{\operator secret}{\company secret}{\manager }}a}")));

    [Fact]
    public void PictureThatSaysWhereItWasTakenIsRefused() => Assert.Equal(
        PictureWithPlace(), Inspect($@"{{\pict\jpegblip\picw120 {Convert.ToHexStringLower(MarkedPictures.Jpeg())}}}"));

    [Fact]
    public void GarbageCrashesNothing()
    {
        var random = new Random(1);
        const string Letters = "\\{}*'v0-9 abinu\u00E1";
        for (var attempt = 0; attempt < 300; attempt++)
            Assert.NotNull(Inspect(string.Concat(Enumerable.Range(0, 80).Select(_ => Letters[random.Next(Letters.Length)]))));
    }

    private FileInspection Inspect(string body) => Inspect("a.rtf", Encoding.Latin1.GetBytes($@"{{\rtf1\ansi{Colors}{body}\par}}"));
}
