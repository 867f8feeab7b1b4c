using System.Collections.Immutable;

namespace Advocacy.Generator.Pictures;

/// <summary>What came of making a picture ready for the web. A closed family.</summary>
public abstract record Making
{
    private protected Making() { }
}

/// <param name="Width">Pixels of the largest rendition.</param>
/// <param name="Height">Pixels of the largest rendition.</param>
/// <param name="Renditions">AVIF and WebP, each from narrow to wide, then one JPEG.</param>
public sealed record Made(int Width, int Height, ImmutableArray<Rendition> Renditions) : Making;

/// <param name="What">What is wrong, to follow the file's name, without a full stop.</param>
/// <param name="Mend">How to mend it, without a full stop.</param>
public sealed record Unusable(string What, string Mend) : Making;
