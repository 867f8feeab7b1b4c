using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Advocacy.Generator.Documents.Painting;

/// <param name="Order">When it was painted: a count of what the page paints.</param>
/// <param name="Glyph">What the font says the glyph is; <see cref="Letter.Value"/> may be the replacement of a whole passage.</param>
/// <param name="Fill">Null where it is not filled, or its color is not known.</param>
/// <param name="Ink">How it is painted.</param>
internal sealed record PaintedLetter(
    int Order, Letter Letter, string Glyph, Ink Ink, Color? Fill, Clip? Clip, MarkedSpan? Span, bool IsAnnotation)
{
    /// <summary>The number of the widget whose value it is part of; null where it was painted.</summary>
    public int? Field { get; init; }

    /// <summary>Whether it can be part of a name or a number.</summary>
    public bool IsText => Glyph.Length > 0 && char.IsLetterOrDigit(Glyph, 0);

    public PdfPoint Center => Letter.BoundingBox.Centroid;
}

/// <summary>What becomes of a letter on paper.</summary>
internal enum Ink
{
    /// <summary>Filled with a color that is known.</summary>
    Solid,
    /// <summary>Outlined, half transparent, or in a pattern: taken to be seen.</summary>
    Other,
    /// <summary>Neither filled nor outlined, or wholly transparent.</summary>
    None,
}
