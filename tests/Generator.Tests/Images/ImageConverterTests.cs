using System.Text;
using Advocacy.Generator.Images;
using Advocacy.TestKit;
using NetVips;
using Xunit;

namespace Advocacy.Tests.Generator.Images;

public sealed class ImageConverterTests : Folder
{
    [Fact]
    public void ImageIsMadeInEveryWidthAndFormat()
    {
        var made = Make(Write("Vigil, 2014.JPG", Photographs.Jpeg(1700, 850)));

        Assert.Equal((1600, 800), (made.Width, made.Height));
        Assert.Equal(
            [
                "image/avif 480", "image/avif 800", "image/avif 1200", "image/avif 1600",
                "image/webp 480", "image/webp 800", "image/webp 1200", "image/webp 1600",
                "image/jpeg 1200",
            ],
            made.Renditions.Select(rendition => $"{rendition.MediaType} {rendition.Width}"));
        Assert.Matches("^vigil-2014-[0-9a-f]{8}-480.avif$", made.Renditions[0].FileName);
        Assert.All(made.Renditions, rendition =>
        {
            using var image = Image.NewFromFile(rendition.CachedPath);
            Assert.Equal(
                (rendition.Width, rendition.Width / 2, Enums.Interpretation.Srgb),
                (image.Width, image.Height, image.Interpretation));
        });
    }

    [Theory]
    [InlineData(1000, "480 800 480 800 800")]
    [InlineData(480, "480 480 480")]
    [InlineData(300, "300 300 300")]
    [InlineData(1, "1 1 1")]
    public void ImageIsNeverMadeWiderThanItIs(int width, string widths)
    {
        var made = Make(Write("a.jpg", Photographs.Jpeg(width, width)));

        Assert.Equal(widths, string.Join(' ', made.Renditions.Select(rendition => rendition.Width)));
    }

    [Fact]
    public void SidewaysImageIsTurnedUpright()
    {
        var made = Make(Write("a.jpg", Photographs.SidewaysJpeg(900, 600)));

        Assert.Equal((480, 720), (made.Width, made.Height));
    }

    [Fact]
    public void MetadataOfTheCameraIsRemoved()
    {
        var path = Write("a.jpg", Photographs.SidewaysJpeg(900, 600));
        Assert.Contains("Witness", Encoding.Latin1.GetString(File.ReadAllBytes(path)), StringComparison.Ordinal);

        Assert.All(Make(path).Renditions, rendition =>
        {
            Assert.DoesNotContain("Witness", Encoding.Latin1.GetString(File.ReadAllBytes(rendition.CachedPath)), StringComparison.Ordinal);
            using var image = Image.NewFromFile(rendition.CachedPath);
            Assert.DoesNotContain("exif-data", image.GetFields());
        });
    }

    [Theory]
    [InlineData(".png")]
    [InlineData(".webp")]
    public void PngAndWebPAreConvertedToo(string format)
    {
        using var image = Photographs.Photograph(500, 400);

        Assert.Equal(480, Make(Write("a" + format, image.WriteToBuffer(format))).Width);
    }

    [Fact]
    public void GrayTransparentDeepAndCmykImagesAreConverted()
    {
        using var image = Photographs.Photograph(500, 400);
        using var grey = image[0];
        using var transparent = image.Bandjoin(grey);
        using var deep = image.Colourspace(Enums.Interpretation.Rgb16);
        using var ink = image.Colourspace(Enums.Interpretation.Cmyk);

        byte[][] pictures = [grey.PngsaveBuffer(), transparent.PngsaveBuffer(), deep.PngsaveBuffer(), ink.JpegsaveBuffer()];
        Assert.All(pictures, picture =>
        {
            var made = Make(Write("a.img", picture));
            Assert.Equal((480, 384), (made.Width, made.Height));
        });
    }

    [Theory]
    [InlineData(500)]
    [InlineData(480)]
    public void ColorsUnderTransparencyAreRemoved(int width)
    {
        using var image = Photographs.Photograph(width, 400);
        using var rubbedOut = image.Bandjoin([0.0]);
        using var srgb = rubbedOut.Copy(interpretation: Enums.Interpretation.Srgb);

        Assert.All(Make(Write("a.png", srgb.PngsaveBuffer())).Renditions.Where(r => r.MediaType != "image/jpeg"), rendition =>
        {
            using var made = Image.NewFromFile(rendition.CachedPath);
            using var colors = made.ExtractBand(0, n: 3);
            Assert.True(colors.Deviate() < 1, $"{rendition.MediaType} {rendition.Width} {made.Bands} {colors.Deviate()}");
        });
    }

    [Fact]
    public void RenditionsAreTheSameBytesEveryTime()
    {
        var path = Write("a.jpg", Photographs.Jpeg(900, 600));
        var first = Make(path).Renditions.Select(rendition => File.ReadAllBytes(rendition.CachedPath)).ToArray();
        Directory.Delete(Cache, recursive: true);

        Assert.Equal(first, Make(path).Renditions.Select(rendition => File.ReadAllBytes(rendition.CachedPath)));
    }

    [Fact]
    public void RenditionsAreCachedUnderAnyName()
    {
        var bytes = Photographs.Jpeg(500, 400);
        var first = Make(Write("a.jpg", bytes)).Renditions;
        var before = Directory.GetFiles(Cache).ToDictionary(file => file, File.GetLastWriteTimeUtc);
        var second = Make(Write("b.jpg", bytes)).Renditions;

        Assert.Equal(before, Directory.GetFiles(Cache).ToDictionary(file => file, File.GetLastWriteTimeUtc));
        Assert.Equal(first.Select(rendition => rendition.CachedPath), second.Select(rendition => rendition.CachedPath));
        Assert.All(second, rendition => Assert.StartsWith("b-", rendition.FileName, StringComparison.Ordinal));
    }

    [Fact]
    public void RenditionsAreMadeAgainWhereTheCacheIsDamagedOrGone()
    {
        var path = Write("a.jpg", Photographs.Jpeg(300, 200));
        var made = Make(path);
        foreach (var kept in Directory.GetFiles(Cache))
        {
            var sound = File.ReadAllBytes(kept);

            File.WriteAllBytes(kept, new byte[sound.Length]);
            Assert.Equal(made.Renditions.AsEnumerable(), Make(path).Renditions.AsEnumerable());
            Assert.Equal(sound, File.ReadAllBytes(kept));

            File.Delete(kept);
            Make(path);
            Assert.Equal(sound, File.ReadAllBytes(kept));
        }
    }

    private ConvertedImage Make(string path) => Assert.IsType<ConvertedImage>(ImageConverter.Make(path, Cache));
}
