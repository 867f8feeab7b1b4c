namespace Advocacy.Generator.Images;

/// <summary>A picture in one format and width.</summary>
/// <param name="FileName">The name to publish it under; it changes with the picture and with the way of converting.</param>
/// <param name="CachedPath">Where its bytes are.</param>
public sealed record Rendition(string MediaType, int Width, string FileName, string CachedPath);
