using System.Text;
using Advocacy.Generator.Images;
using Advocacy.TestKit;
using NetVips;
using Xunit;

namespace Advocacy.Tests.Generator.Images;

public sealed class OriginalImageTests : Folder
{
    private static readonly InvalidImage _damaged = new("is damaged", "save the picture again, or take another copy of it");

    public static TheoryData<string> Kinds => ["jpg", "png", "webp"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void NothingIsLeftBesideThePicture(string kind)
    {
        var marked = Marked(kind);
        Assert.Contains(MarkedPictures.Mark, Encoding.Latin1.GetString(marked), StringComparison.Ordinal);

        var clean = Clean(marked);

        Assert.DoesNotContain(MarkedPictures.Mark, Encoding.Latin1.GetString(clean), StringComparison.Ordinal);
        using var image = Image.NewFromBuffer(clean);
        Assert.DoesNotContain(image.GetFields(), field => field is "exif-data" or "xmp-data" or "iptc-data" or "photoshop-data"
            || field.StartsWith("png-comment", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void PixelsAndColorsStayAsTheyAre(string kind)
    {
        using var before = Image.NewFromBuffer(Marked(kind));
        using var after = Image.NewFromBuffer(Clean(Marked(kind)));
        using var shownBefore = before.IccTransform("srgb", embedded: true);
        using var shownAfter = after.IccTransform("srgb", embedded: true);

        Assert.Equal(before.WriteToMemory<byte>(), after.WriteToMemory<byte>());
        Assert.Equal(shownBefore.WriteToMemory<byte>(), shownAfter.WriteToMemory<byte>());
        // The profile is another than sRGB, so that its loss would show.
        Assert.NotEqual(after.WriteToMemory<byte>(), shownAfter.WriteToMemory<byte>());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void PictureOfACameraHeldSidewaysStaysUpright(string kind)
    {
        using var image = Image.NewFromBuffer(Clean(Marked(kind, orientation: 6)));
        using var upright = image.Autorot();

        Assert.Equal((80, 120), (upright.Width, upright.Height));
        Assert.DoesNotContain(
            image.GetFields(),
            field => field.StartsWith("exif-", StringComparison.Ordinal) && (field.EndsWith("Artist", StringComparison.Ordinal)
                || field.Contains("ifd3", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void CleanPictureIsLeftAsItIs(string kind)
    {
        var clean = Clean(Marked(kind, orientation: 6));

        Assert.Equal(clean, Clean(clean));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void PictureThatWasCutOffIsRefused(string kind)
    {
        var bytes = Clean(Marked(kind));

        for (var length = 20; length < bytes.Length; length += 97)
            Assert.Equal(_damaged, OriginalImage.Clean(bytes[..length]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void PictureThatIsGarbageInsideCrashesNothing(string kind)
    {
        var random = new Random(1);
        for (var attempt = 0; attempt < 300; attempt++)
        {
            var garbled = Marked(kind);
            for (var i = 0; i < 20; i++)
                garbled[random.Next(12, garbled.Length)] = (byte)random.Next(256);

            Assert.True(OriginalImage.Clean(garbled) is CleanImage or InvalidImage);
        }
    }

    [Fact]
    public void JpegForPrintersAndProgressiveJpegKeepTheirPixels()
    {
        using var photograph = Photographs.Photograph(120, 80);
        using var ink = photograph.Colourspace(Enums.Interpretation.Cmyk);

        byte[][] files = [ink.JpegsaveBuffer(), photograph.JpegsaveBuffer(interlace: true), photograph.JpegsaveBuffer(restartInterval: 2)];
        Assert.All(files, bytes =>
        {
            using var before = Image.NewFromBuffer(bytes);
            using var after = Image.NewFromBuffer(Clean(bytes));
            Assert.Equal(before.WriteToMemory<byte>(), after.WriteToMemory<byte>());
            Assert.Equal(before.Interpretation, after.Interpretation);
        });
    }

    [Fact]
    public void AnimatedWebPStaysAnimated()
    {
        using var frames = Image.NewFromBuffer(Clean(Animations.WebP()), kwargs: new VOption { ["n"] = -1 });

        Assert.Equal(2, frames.Get("n-pages"));
    }

    [Fact]
    public void AnimatedPngStaysAnimated() => Assert.Equal(Animations.Png(), Clean(Animations.Png()));

    [Fact]
    public void NameMustSayWhatTheFileIs() => Assert.Equal(
        new InvalidImage("is a JPEG inside", "rename it to end with .jpg, or save it as its name says"),
        OriginalImage.Make(Write("a.png", Photographs.Jpeg(8, 8)), Cache));

    [Fact]
    public void OtherKindIsRefused() => Assert.Equal(
        new InvalidImage("is not an SVG, PNG, JPEG or WebP", "save it as one of these"),
        OriginalImage.Make(Write("a.jpg", "words"u8), Cache));

    [Fact]
    public void FileIsMadeAgainWhereTheCacheIsDamaged()
    {
        var path = Write("a.jpeg", MarkedPictures.Jpeg());
        var made = Assert.IsType<CleanFile>(OriginalImage.Make(path, Cache));
        var sound = File.ReadAllBytes(made.CachedPath);
        Assert.Equal(sound.Length, made.Size);
        File.WriteAllText(made.CachedPath, "not what was kept");

        Assert.Equal(made, OriginalImage.Make(path, Cache));
        Assert.Equal(sound, File.ReadAllBytes(made.CachedPath));
    }

    private static byte[] Marked(string kind, ushort orientation = 1) => kind switch
    {
        "jpg" => MarkedPictures.Jpeg(orientation),
        "png" => MarkedPictures.Png(orientation),
        _ => MarkedPictures.WebP(orientation),
    };

    private static byte[] Clean(byte[] bytes) => Assert.IsType<CleanImage>(OriginalImage.Clean(bytes)).Bytes;
}
