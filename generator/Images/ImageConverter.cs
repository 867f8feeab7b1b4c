using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Advocacy.Generator.Incremental;
using Advocacy.Generator.Text;
using NetVips;

namespace Advocacy.Generator.Images;

/// <summary>Makes a photograph ready for every screen: upright, in sRGB, in several widths and formats.</summary>
public static class ImageConverter
{
    /// <summary>Part of every name: a change in how pictures are made must change their addresses, which browsers keep for ever.</summary>
    private const string Recipe = "picture 2";
    private const string Smaller = "make it smaller; 1600 pixels wide is enough";
    private const long SizeLimit = 25 * RoundedUp.Mebibyte;
    private const long PixelLimit = 60_000_000;
    private const int Unlimited = 10_000_000;
    private static readonly ImmutableArray<int> Widths = [480, 800, 1200, 1600];
    private const int FallbackWidth = 1200;

    /// <param name="cache">A folder, made when needed, safe to delete.</param>
    public static ImageResult Make(string path, string cache)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            return new InvalidImage("does not exist", "put the file there, or fix its name; capital and small letters differ");
        if (file.Length == 0)
            return new InvalidImage("is empty", "save the picture again");
        if (file.Length > SizeLimit)
            return new InvalidImage($"is {RoundedUp.Of(file.Length, RoundedUp.Mebibyte)} MB; the limit is 25 MB", Smaller);

        var bytes = File.ReadAllBytes(path);
        if (!IsPicture(bytes))
            return new InvalidImage("is not a JPEG, PNG or WebP", "save it as one of these");
        if (!Jpeg.IsWhole(bytes) || !Png.IsWhole(bytes))
            return Damaged();
        if (PngCleaner.IsAnimated(bytes) || WebPCleaner.IsAnimated(bytes))
            return new InvalidImage("is animated, and would be shown still", "save one frame of it as a picture, or offer it as an MP4");

        var folder = new CacheFolder(cache);
        var key = CacheFolder.Hash(Encoding.UTF8.GetBytes($"{Recipe}\n{CacheFolder.Hash(bytes)}"));
        return Remembered(folder, key, Stem(path)) ?? Make(bytes, folder, key, Stem(path));
    }

    private static ImageResult Make(byte[] bytes, CacheFolder folder, string key, string stem)
    {
        LibVips.Open();
        try
        {
            var (width, height) = UprightSize(bytes);
            if ((long)width * height > PixelLimit)
                return new InvalidImage($"has {RoundedUp.Of((long)width * height, 1_000_000)} megapixels; the limit is 60", Smaller);
            // WebP cannot be taller than 16383 pixels, and no page wants it to be.
            if (height / width >= 10)
                return new InvalidImage("is more than ten times as tall as it is wide", "crop it");

            ImmutableArray<int> widths = width < Widths[0] ? [width] : [.. Widths.Where(each => each <= width)];
            using var widest = Image.ThumbnailBuffer(
                bytes, widths[^1], height: Unlimited, size: Enums.Size.Down, outputProfile: "srgb", failOn: Enums.FailOn.Error);
            using var colours = widest.Colourspace(Enums.Interpretation.Srgb);
            // Everything else is made from this one, so that the original is decoded once.
            using var master = WithoutHiddenColors(colours);

            var lines = new List<string> { string.Create(CultureInfo.InvariantCulture, $"{master.Width} {master.Height}") };
            foreach (var (format, each) in Plan(widths))
            {
                using var narrowed = each == master.Width ? master.Copy() : master.ThumbnailImage(each, height: Unlimited);
                var rendition = format.Write(narrowed);
                folder.Keep(Name(key, each, format), rendition);
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{format.Extension} {each} {CacheFolder.Hash(rendition)}"));
            }
            folder.KeepLines($"{key}.txt", lines);
            return Told(lines, folder, key, stem);
        }
        // The one exception libvips has, here for what the file holds: its size, format and kind are known to be right.
        catch (VipsException failure) when (!LibVips.IsOutOfMemory(failure))
        {
            return Damaged();
        }
    }

    /// <summary>What an eraser made transparent still has its colors, which any program can show again.</summary>
    private static Image WithoutHiddenColors(Image image)
    {
        if (!image.HasAlpha())
            return image.CopyMemory();
        using var alpha = image[image.Bands - 1];
        using var isTransparent = alpha.Equal(0.0);
        using var clean = isTransparent.Ifthenelse(0.0, image);
        return clean.CopyMemory();
    }

    private static InvalidImage Damaged() => new("is damaged", "save the picture again, or take another copy of it");

    private static IEnumerable<(ImageFormat Format, int Width)> Plan(ImmutableArray<int> widths) =>
    [
        .. widths.Select(width => (ImageFormat.Avif, width)),
        .. widths.Select(width => (ImageFormat.WebP, width)),
        (ImageFormat.Jpeg, widths.Last(width => width <= FallbackWidth)),
    ];

    private static ConvertedImage? Remembered(CacheFolder folder, string key, string stem) =>
        folder.Lines($"{key}.txt") is { } lines
        && lines.Skip(1).Select(line => line.Split(' ')).All(parts => folder.Holds($"{key}-{parts[1]}.{parts[0]}", parts[2]))
            ? Told(lines, folder, key, stem)
            : null;

    private static ConvertedImage Told(IReadOnlyList<string> lines, CacheFolder folder, string key, string stem)
    {
        var size = lines[0].Split(' ').Select(Number).ToArray();
        return new(size[0], size[1], [.. lines.Skip(1).Select(line => line.Split(' ')).Select(parts => Told(parts, folder, key, stem))]);
    }

    private static Rendition Told(string[] parts, CacheFolder folder, string key, string stem)
    {
        var (format, width) = (ImageFormat.Of(parts[0]), Number(parts[1]));
        return new(format.MediaType, width, $"{stem}-{Name(key[..8], width, format)}", folder.PathOf(Name(key, width, format)));
    }

    private static string Name(string key, int width, ImageFormat format) =>
        string.Create(CultureInfo.InvariantCulture, $"{key}-{width}.{format.Extension}");

    // A camera held sideways writes the picture sideways, and turns it by an orientation of 5 to 8.
    private static (int Width, int Height) UprightSize(byte[] bytes)
    {
        using var header = Image.NewFromBuffer(bytes, access: Enums.Access.Sequential);
        var sideways = header.Contains("orientation") && header.Get("orientation") is >= 5 and <= 8;
        return sideways ? (header.Height, header.Width) : (header.Width, header.Height);
    }

    private static bool IsPicture(ReadOnlySpan<byte> bytes) => Jpeg.Is(bytes) || Png.Is(bytes) || WebPCleaner.Is(bytes);

    /// <summary>The file's own name, in letters that no address has to escape.</summary>
    private static string Stem(string path)
    {
        var stem = new StringBuilder();
        foreach (var letter in Path.GetFileNameWithoutExtension(path))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                stem.Append(char.ToLowerInvariant(letter));
            else if (stem.Length > 0 && stem[^1] != '-')
                stem.Append('-');
        }
        return stem.ToString().Trim('-') is { Length: > 0 } found ? found : "picture";
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
