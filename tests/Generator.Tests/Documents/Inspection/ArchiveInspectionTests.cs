using System.Text;
using Advocacy.Generator.Documents;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Documents.Inspection;

public sealed class ArchiveInspectionTests : Inspected
{
    private static readonly byte[] _commented = ZippedParts.Of(("xl/comments1.xml", "<comments><comment/></comments>"));

    [Fact]
    public void FileInTheArchiveIsRefusedAsIfItWereAlone() => Assert.Equal(
        Comments with { What = "has comments (tables/a.xlsx)" },
        Inspect("a.zip", ZippedParts.Of(("tables/a.xlsx", _commented))));

    [Fact]
    public void ArchiveInTheArchiveIsOpenedToo() => Assert.Equal(
        Comments with { What = "has comments (b.zip, a.xlsx)" },
        Inspect("a.zip", ZippedParts.Of(("b.zip", ZippedParts.Of(("a.xlsx", _commented))))));

    [Fact]
    public void ArchivesMayNotLieInEachOtherWithoutEnd()
    {
        var bytes = ZippedParts.Of(("a.txt", "a"));
        for (var i = 0; i < 6; i++)
            bytes = ZippedParts.Of(("a.zip", bytes));

        Assert.IsType<RejectedFile>(Inspect("a.zip", bytes));
    }

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("tif")]
    public void PictureThatSaysWhereItWasTakenIsRefused(string kind) => Assert.Equal(
        PictureWithPlace($" (a.{kind})"),
        Inspect("a.zip", ZippedParts.Of(($"a.{kind}", kind switch
        {
            "jpg" => MarkedPictures.Jpeg(),
            "png" => MarkedPictures.Png(),
            "webp" => MarkedPictures.WebP(),
            _ => MarkedPictures.Tiff(),
        }))));

    [Fact]
    public void PlaceInXmpIsRefusedToo() => Assert.Equal(
        PictureWithPlace(" (a.jpg)"),
        Inspect("a.zip", ZippedParts.Of(("a.jpg", "<x:xmpmeta><r exif:GPSLatitude=\"41,52.8N\"/></x:xmpmeta>"))));

    [Theory]
    [InlineData("not a PDF", "is not a PDF, or is damaged")]
    public void BrokenDocumentIsRefused(string bytes, string what) => Assert.Equal(
        new RejectedFile($"holds a file that {what} (a.pdf)", "export it again from the program it was made with"),
        Inspect("a.zip", ZippedParts.Of(("a.pdf", bytes))));

    [Fact]
    public void SoundFilesAreFine() => Assert.Empty(Warned(
        "a.zip", ZippedParts.Of(("a.pdf", SmallPdf.Write()), ("a.txt", "a"u8.ToArray()), ("a.jpg", Photographs.Jpeg(8, 8)))));

    [Fact]
    public void KindsThatNothingLooksIntoAreWarnedOf() => Assert.Equal(
        ["holds files that nothing here can look into (.doc, .mov)"],
        Warned("a.zip", ("b.MOV", "a"), ("a.mov", "a"), ("a.doc", "a"), ("a.csv", "a")));

    [Fact]
    public void ArchiveWithNothingInItIsRefused() => Assert.Equal(
        new RejectedFile("is not a ZIP, or is damaged", "export it again from the program it was made with"),
        Inspect("a.zip", ZippedParts.Of(Array.Empty<(string, string)>())));

    [Fact]
    public void BookIsLookedInto()
    {
        Assert.Equal(PictureWithPlace(), Inspect("a.epub", ZippedParts.Of(("OEBPS/a.jpg", MarkedPictures.Jpeg()))));
        Assert.Equal(
            ["has comments in its source", "says things about itself: contributor"],
            Warned(
                "a.epub",
                ("a.xhtml", "<html><!-- secret --></html>"),
                ("a.opf", "<p><creator>a</creator><contributor>secret</contributor></p>")));
    }

    [Fact]
    public void SoundWithTagsOfItsMakerIsWarnedOf() => Assert.Equal(
        ["has tags that say more than title and artist: comment (COMM), comment (ID3v1), private data (PRIV)"],
        Warned(
            "a.mp3",
            [
                .. Id3(("TIT2", "a"), ("COMM", "secret"), ("PRIV", "secret")),
                .. "TAG"u8, .. new byte[94], .. "secret"u8, .. new byte[25],
            ]));

    [Fact]
    public void SoundForListenersIsFine() => Assert.Empty(Warned("a.mp3", Id3(("TIT2", "a"), ("TPE1", "b"), ("TYER", "2026"))));

    [Fact]
    public void CoverThatSaysWhereItWasTakenIsRefused() => Assert.Equal(
        PictureWithPlace(), Inspect("a.mp3", Id3(("APIC", Encoding.Latin1.GetString(MarkedPictures.Jpeg())))));

    [Theory]
    [InlineData("\u00A9xyz")]
    [InlineData("loci")]
    public void FilmThatSaysWhereItWasRecordedIsRefused(string field) => Assert.Equal(
        RecordingWithPlace(field), Inspect("a.mp4", Box("moov", Box("udta", Box(field, [0, 18, 0x15, 0xC7, .. "+41.8800-087.6300/"u8])))));

    [Fact]
    public void PlaceOfAnIPhoneIsRefused() => Assert.Equal(
        RecordingWithPlace("com.apple.quicktime.location"),
        Inspect("a.mp4", Box("moov", Box(
            "meta", [.. Box("hdlr", new byte[24]), .. Box("keys", "....com.apple.quicktime.location.ISO6709"u8.ToArray())]))));

    [Fact]
    public void TrackOfAnActionCameraIsRefused() => Assert.Equal(
        RecordingWithPlace("gpmd"),
        Inspect("a.mp4", Box("moov", Box("trak", Box("mdia", Box("minf", Box("stbl", Box(
            "stsd", [0, 0, 0, 0, 0, 0, 0, 1, .. Box("gpmd", [])]))))))));

    [Fact]
    public void CameraOfAFilmIsWarnedOf() => Assert.Equal(
        ["has tags that say more than title and artist: camera (\u00A9mod)"],
        Warned("a.mp4", Box("moov", Box("udta", [.. Box("\u00A9mod", "secret"u8.ToArray()), .. Box("\u00A9nam", "title"u8.ToArray())]))));

    private static RejectedFile RecordingWithPlace(string field) => new(
        $"says where it was recorded ({field})", "save it without its place: phones offer that when they share a film");

    private static byte[] Id3(params (string Name, string Text)[] frames)
    {
        byte[] content = [.. frames.SelectMany(frame => (byte[])
            [.. Encoding.ASCII.GetBytes(frame.Name), .. Big(frame.Text.Length + 1), 0, 0, 0, .. Encoding.Latin1.GetBytes(frame.Text)])];
        var size = content.Length;
        byte[] synchsafe = [(byte)(size >> 21 & 127), (byte)(size >> 14 & 127), (byte)(size >> 7 & 127), (byte)(size & 127)];
        return [.. "ID3"u8, 3, 0, 0, .. synchsafe, .. content];
    }

    private static byte[] Box(string name, byte[] content) => [.. Big(content.Length + 8), .. Encoding.Latin1.GetBytes(name), .. content];

    private static byte[] Big(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
