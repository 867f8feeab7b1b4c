namespace Advocacy.Generator.Images;

/// <summary>A picture in one format and width.</summary>
/// <param name="FileName">To publish it under; another picture, or another way of making it, has another.</param>
/// <param name="CachedPath">Where its bytes are.</param>
public sealed record Rendition(string MediaType, int Width, string FileName, string CachedPath);
