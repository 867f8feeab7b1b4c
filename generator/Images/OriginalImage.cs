using System.Text;
using Advocacy.Generator.Incremental;

namespace Advocacy.Generator.Images;

/// <summary>A picture that is published as it was made, but for what does not draw it: newsrooms print originals.</summary>
public static class OriginalImage
{
    /// <summary>Part of every name in the cache: a change in what is taken out must not find what was made before.</summary>
    private const string Recipe = "original 1";

    /// <param name="path">A file that exists; its ending says what it should be.</param>
    /// <param name="cache">A folder, made when needed, safe to delete.</param>
    /// <returns>A <see cref="CleanFile"/>, or an <see cref="InvalidImage"/>.</returns>
    public static ImageResult Make(string path, string cache)
    {
        var bytes = File.ReadAllBytes(path);
        var extension = Path.GetExtension(path).ToUpperInvariant();
        if (KindOf(bytes) is not { } kind)
            return new InvalidImage("is not an SVG, PNG, JPEG or WebP", "save it as one of these");
        if (extension != kind.Extension && !(extension == ".JPEG" && kind == Kind.Jpeg))
            return new InvalidImage(
                $"is {kind.Called} inside", $"rename it to end with {kind.Extension.ToLowerInvariant()}, or save it as its name says");

        var folder = new CacheFolder(cache);
        var name = $"{CacheFolder.Hash([.. Encoding.UTF8.GetBytes(Recipe), .. bytes])}{kind.Extension.ToLowerInvariant()}";
        switch (Clean(bytes))
        {
            case CleanImage clean:
                if (!folder.Holds(name, CacheFolder.Hash(clean.Bytes)))
                    folder.Keep(name, clean.Bytes);
                return new CleanFile(folder.PathOf(name), clean.Bytes.Length);
            case var other:
                return other;
        }
    }

    /// <summary>In memory.</summary>
    /// <returns>A <see cref="CleanImage"/>, or an <see cref="InvalidImage"/>.</returns>
    public static ImageResult Clean(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var kind = KindOf(bytes);
        return kind == Kind.Svg ? SvgCleaner.Clean(bytes)
            : Pixels(bytes, kind) is { } clean ? new CleanImage(clean) { MediaType = kind!.MediaType }
            : new InvalidImage("is damaged", "save the picture again, or take another copy of it");
    }

    private static byte[]? Pixels(byte[] bytes, Kind? kind) =>
        kind == Kind.Jpeg ? JpegCleaner.Clean(bytes)
        : kind == Kind.Png ? PngCleaner.Clean(bytes)
        : kind == Kind.WebP ? WebPCleaner.Clean(bytes)
        : null;

    private static Kind? KindOf(ReadOnlySpan<byte> bytes) =>
        Jpeg.Is(bytes) ? Kind.Jpeg : Png.Is(bytes) ? Kind.Png : WebPCleaner.Is(bytes) ? Kind.WebP : SvgCleaner.Is(bytes) ? Kind.Svg : null;

    /// <param name="Called">With its article, for a sentence.</param>
    private sealed record Kind(string Extension, string MediaType, string Called)
    {
        public static Kind Jpeg { get; } = new(".JPG", "image/jpeg", "a JPEG");
        public static Kind Png { get; } = new(".PNG", "image/png", "a PNG");
        public static Kind WebP { get; } = new(".WEBP", "image/webp", "a WebP");
        public static Kind Svg { get; } = new(".SVG", "image/svg+xml", "an SVG");
    }
}
