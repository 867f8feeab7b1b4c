using NetVips;

namespace Advocacy.TestKit;

/// <summary>Pictures with something to see in them, made as a test needs them.</summary>
internal static class Photographs
{
    public static Image Photograph(int width, int height)
    {
        using var across = Image.Xyz(width, height);
        using var red = across[0] * (255.0 / width);
        using var green = across[1] * (255.0 / height);
        using var blue = (across[0] + across[1]) % 256;
        using var joined = red.Bandjoin(green, blue);
        using var cast = joined.Cast(Enums.BandFormat.Uchar);
        return cast.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    public static byte[] Jpeg(int width, int height)
    {
        using var image = Photograph(width, height);
        return image.JpegsaveBuffer(q: 80);
    }

    /// <summary>As a camera held sideways writes it, with where it stood.</summary>
    public static byte[] SidewaysJpeg(int width, int height)
    {
        using var image = Photograph(width, height);
        using var turned = image.Mutate(with =>
        {
            with.Set(GValue.GIntType, "orientation", 6);
            with.Set(GValue.GStrType, "exif-ifd0-Artist", "A. Witness");
        });
        return turned.JpegsaveBuffer(q: 80);
    }
}
