namespace Advocacy.Content.Pages;

/// <summary>A picture in several widths and formats.</summary>
public sealed record Picture
{
    public required string Alt { get; init; }
    public string? Caption { get; init; }
    public string? Credit { get; init; }
    /// <summary>Pixels of the largest rendition.</summary>
    public required int Width { get; init; }
    public required int Height { get; init; }
    /// <summary>The address for browsers that know neither AVIF nor WebP.</summary>
    public required string Fallback { get; init; }
    public required EquatableArray<PictureSource> Sources { get; init; }
}

/// <param name="MediaType">For instance <c>image/avif</c>.</param>
/// <param name="SourceSet">The value of <c>srcset</c>.</param>
public sealed record PictureSource(string MediaType, string SourceSet);
