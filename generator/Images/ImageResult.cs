using System.Collections.Immutable;

namespace Advocacy.Generator.Images;

/// <summary>The result of making a picture ready to publish (a discriminated union).</summary>
public abstract record ImageResult
{
    private protected ImageResult() { }
}

/// <param name="Width">Pixels of the largest rendition.</param>
/// <param name="Height">Pixels of the largest rendition.</param>
/// <param name="Renditions">AVIF and WebP, each from narrow to wide, then one JPEG.</param>
public sealed record ConvertedImage(int Width, int Height, ImmutableArray<Rendition> Renditions) : ImageResult;

/// <summary>The bytes of a picture without what does not draw it.</summary>
public sealed record CleanImage(byte[] Bytes) : ImageResult
{
    public string MediaType { get; init; } = "image/svg+xml";
}

/// <param name="CachedPath">Where the bytes are of a picture without what does not draw it.</param>
/// <param name="Size">Bytes.</param>
public sealed record CleanFile(string CachedPath, long Size) : ImageResult;

/// <param name="What">What is wrong, to follow the file's name, without a full stop.</param>
/// <param name="Fix">How to fix it, without a full stop.</param>
public sealed record InvalidImage(string What, string Fix) : ImageResult;
