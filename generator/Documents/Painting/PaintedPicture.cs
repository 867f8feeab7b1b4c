using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Advocacy.Generator.Documents.Painting;

/// <summary>A picture on a page. It is decoded only when a letter is met under it.</summary>
internal sealed class PaintedPicture
{
    private readonly bool _hasSoftMask;
    private readonly Lazy<TransformationMatrix> _inverse;
    private readonly Lazy<PictureSamples?> _samples;
    private readonly Lazy<PictureSamples?> _mask;

    /// <param name="place">From the unit square to the page (ISO 32000-1, 8.9.3).</param>
    public PaintedPicture(DictionaryToken dictionary, Lazy<IPdfImage> image, TransformationMatrix place, PdfObjects objects)
    {
        _inverse = new(() => place.Inverse());
        IsStencil = (objects.Entry(dictionary, "ImageMask") ?? objects.Entry(dictionary, "IM")) is BooleanToken { Data: true };
        _hasSoftMask = objects.Entry(dictionary, "SMask") is StreamToken;
        // Colors that are left out (ISO 32000-1, 8.9.6.4) are few in a picture that covers.
        HasMask = _hasSoftMask || objects.Entry(dictionary, "Mask") is StreamToken;
        Region = new Region([[
            place.Transform(new PdfPoint(0, 0)),
            place.Transform(new PdfPoint(1, 0)),
            place.Transform(new PdfPoint(1, 1)),
            place.Transform(new PdfPoint(0, 1)),
        ]]);
        _samples = new(() => PictureSamples.Of(image.Value));
        _mask = new(() => image.Value.MaskImage is { } mask ? PictureSamples.Of(mask) : null);
    }

    /// <summary>The stream that it is read from; null where it stands in the page's own.</summary>
    public StreamToken? Source { get; init; }

    public Region Region { get; }

    /// <summary>Whether it is a shape to paint through, and no picture.</summary>
    public bool IsStencil { get; }

    public bool HasMask { get; }

    public bool IsOpaqueAt(PdfPoint point)
    {
        if (!IsStencil && !HasMask)
            return true;
        var (x, y) = InPicture(point);
        return (IsStencil ? _samples.Value : _mask.Value) is { } samples && samples.IsPainted(x, y, isStencil: IsStencil || !_hasSoftMask);
    }

    /// <summary>Whether there is anything to be seen in a part of it: true where it cannot be decoded.</summary>
    public bool ShowsSomething(PdfRectangle box)
    {
        if (_samples.Value is not { } samples)
            return true;
        var (x1, y1) = InPicture(box.BottomLeft);
        var (x2, y2) = InPicture(box.TopRight);
        return samples.HasContrast(Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2));
    }

    /// <returns>Fractions of its width and height, from its upper left corner.</returns>
    private (double X, double Y) InPicture(PdfPoint point)
    {
        var (x, y) = _inverse.Value.Transform(point.X, point.Y);
        return (x, 1 - y);
    }
}
