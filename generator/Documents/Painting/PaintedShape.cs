using UglyToad.PdfPig.Core;

namespace Advocacy.Generator.Documents.Painting;

/// <summary>An area that a page paints.</summary>
/// <param name="Order">When it was painted: a count of what the page paints.</param>
/// <param name="Color">Null where it is not known, or is not one.</param>
/// <param name="IsOpaque">Whether what is under it is not to be seen any more.</param>
/// <param name="Picture">Null where the shape is not a picture.</param>
internal sealed record PaintedShape(
    int Order,
    Region Region,
    Color? Color,
    bool IsOpaque,
    Clip? Clip,
    MarkedSpan? Span,
    bool IsAnnotation,
    PaintedPicture? Picture = null)
{
    /// <summary>Whether its paint, thick or thin, lies on the point.</summary>
    public bool LiesOn(PdfPoint point) => Region.Contains(point) && (Clip is null || Clip.Contains(point));

    /// <summary>Whether it hides what was painted on the point before.</summary>
    public bool Covers(PdfPoint point) => IsOpaque && LiesOn(point) && (Picture is null || Picture.IsOpaqueAt(point));
}
