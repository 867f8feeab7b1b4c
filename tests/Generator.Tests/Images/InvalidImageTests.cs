using Advocacy.Generator.Images;
using Advocacy.TestKit;
using NetVips;
using Xunit;

namespace Advocacy.Tests.Generator.Images;

public sealed class InvalidImageTests : Folder
{
    private static readonly InvalidImage _unknownFormat = new("is not a JPEG, PNG or WebP", "save it as one of these");
    private static readonly InvalidImage _damaged = new("is damaged", "save the picture again, or take another copy of it");

    [Fact]
    public void IsRefusedWhereItIsNotOne() => Refuses(_unknownFormat, "words"u8);

    [Fact]
    public void IsRefusedWhereItIsAnSvg() => Refuses(_unknownFormat, "<svg xmlns='http://www.w3.org/2000/svg'/>"u8);

    [Fact]
    public void IsRefusedWhereItIsEmpty() => Refuses(new("is empty", "save the picture again"), []);

    [Theory]
    [InlineData(20)]
    [InlineData(700)]
    [InlineData(4000)]
    public void IsRefusedWhereItWasCutOff(int length) =>
        Refuses(_damaged, Photographs.Jpeg(900, 600).AsSpan(0, length));

    [Theory]
    [InlineData(300)]
    [InlineData(1500)]
    [InlineData(-1)]
    public void IsRefusedWhereItIsAPngThatWasCutOff(int length)
    {
        using var image = Photographs.Photograph(300, 200);
        var bytes = image.PngsaveBuffer();

        Refuses(_damaged, bytes.AsSpan(0, length > 0 ? length : bytes.Length + length));
    }

    [Fact]
    public void IsRefusedWhereItIsGarbageInside()
    {
        using var image = Photographs.Photograph(300, 200);
        var bytes = image.PngsaveBuffer();
        bytes.AsSpan(60, 200).Fill(0x55);

        Refuses(_damaged, bytes);
    }

    [Fact]
    public void IsRefusedWhereItMoves()
    {
        var moves = new InvalidImage(
            "is animated, and would be shown still", "save one frame of it as a picture, or offer it as an MP4");

        Refuses(moves, Animations.WebP());
        Refuses(moves, Animations.Png());
    }

    [Fact]
    public void IsRefusedUnreadWhereItIsTooLarge()
    {
        using (var file = File.Create(PathOf("a.jpg")))
            file.SetLength(30 * 1024 * 1024);

        Assert.Equal(
            new InvalidImage("is 30 MB; the limit is 25 MB", "make it smaller; 1600 pixels wide is enough"),
            ImageConverter.Make(PathOf("a.jpg"), Cache));
    }

    [Fact]
    public void IsRefusedWhereItWouldFillTheMemory()
    {
        using var image = Image.Black(10_000, 6_001, bands: 3);

        Refuses(
            new("has 60.1 megapixels; the limit is 60", "make it smaller; 1600 pixels wide is enough"),
            image.PngsaveBuffer(compression: 1));
    }

    [Fact]
    public void IsRefusedWhereItIsARibbon() =>
        Refuses(new("is more than ten times as tall as it is wide", "crop it"), Photographs.Jpeg(10, 200));

    [Fact]
    public void IsRefusedWhereItIsNotThere() => Assert.Equal(
        new InvalidImage("does not exist", "put the file there, or fix its name; capital and small letters differ"),
        ImageConverter.Make(PathOf("a.jpg"), Cache));

    private void Refuses(InvalidImage expected, ReadOnlySpan<byte> bytes) =>
        Assert.Equal(expected, ImageConverter.Make(Write("a.jpg", bytes), Cache));
}
