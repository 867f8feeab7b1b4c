using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Tokens;

namespace Advocacy.Generator.Documents.Painting;

/// <summary>Annotations lie over a page: marks, stamps and the fields of forms (ISO 32000-1, 12.5).</summary>
internal sealed class AnnotationPainter(PaintRecorder recorder, PdfObjects objects)
{
    private const int Hidden = 1 << 1;
    private const int NoView = 1 << 5;

    /// <summary>Letters of a value: a long one may be cut off.</summary>
    private const int Enough = 6;

    public void Paint(DictionaryToken page)
    {
        var annotations = objects.Entry<ArrayToken>(page, "Annots")?.Data ?? [];
        for (var i = 0; i < annotations.Count; i++)
        {
            if (objects.Follow<DictionaryToken>(annotations[i]) is not { } annotation || IsUnseen(objects, annotation)
                || Box(annotation, "Rect") is not { } box)
                continue;
            var before = recorder.Letters.Count;
            Paint(annotation, box);
            if (objects.Entry<NameToken>(annotation, "Subtype")?.Data == "Widget" && FieldValue.Of(objects, annotation) is { } value)
                AddField(i, annotation, value, box, recorder.Letters.Skip(before));
        }
    }

    /// <summary>A field may hold something else than what it shows.</summary>
    private void AddField(int number, DictionaryToken widget, string value, PdfRectangle box, IEnumerable<PaintedLetter> painted)
    {
        var shown = string.Concat(painted.Where(l => l.IsText).Select(l => l.Glyph));
        var words = string.Concat(value.Where(char.IsLetterOrDigit));
        var isShown = words.Length == 0 || Appearance(widget) is null
            || shown.Contains(words[..Math.Min(words.Length, Enough)], StringComparison.OrdinalIgnoreCase);
        if (isShown && box is { Width: >= 2, Height: >= 2 })
            recorder.AddField(number, value, box);
        else if (words.Length > 0)
            HidesField = true;
    }

    /// <summary>Whether a field holds words that its page does not show.</summary>
    public bool HidesField { get; private set; }

    /// <summary>Whether a viewer keeps it from view.</summary>
    public static bool IsUnseen(PdfObjects objects, DictionaryToken annotation) =>
        (objects.Entry<NumericToken>(annotation, "F") is { } flags && (flags.Int & (Hidden | NoView)) != 0)
        || objects.Entry<NameToken>(annotation, "Subtype")?.Data is "Popup" or "Link";

    private void Paint(DictionaryToken annotation, PdfRectangle box)
    {
        if (Appearance(annotation) is { } appearance)
        {
            recorder.PaintAnnotation(appearance, Place(appearance.StreamDictionary, box));
            return;
        }
        if (objects.Entry<NumericToken>(annotation, "CA") is { Double: < PaintRecorder.Opaque })
            return;
        if (Fill(annotation) is { } fill)
            recorder.PaintAnnotation(Region.Of(box), fill);
        if (Components(annotation, "C") is { } ink && Width(annotation) is >= PaintRecorder.ThinnestBar and var width)
        {
            foreach (var (from, to) in Lines(annotation))
                recorder.PaintAnnotation(Region.Line(from, to, width), ink);
        }
    }

    /// <summary>Of the pen, in points (ISO 32000-1, 12.5.4).</summary>
    private double Width(DictionaryToken annotation) =>
        objects.Entry<DictionaryToken>(annotation, "BS") is { } style && objects.Entry<NumericToken>(style, "W") is { } width ? width.Double
            : objects.Numbers(annotation, "Border") is [_, _, var border, ..] ? border
            : 1;

    private IEnumerable<(PdfPoint From, PdfPoint To)> Lines(DictionaryToken annotation)
    {
        var strokes = objects.Entry<NameToken>(annotation, "Subtype")?.Data switch
        {
            "Line" => [objects.Numbers(annotation, "L")],
            "PolyLine" or "Polygon" => [objects.Numbers(annotation, "Vertices")],
            "Ink" => (objects.Entry<ArrayToken>(annotation, "InkList")?.Data ?? []).Select(objects.Follow<ArrayToken>)
                .Select(stroke => stroke?.Data.Select(objects.Follow<NumericToken>).Select(n => n?.Double ?? 0).ToArray()),
            _ => Array.Empty<double[]?>(),
        };
        foreach (var stroke in strokes)
        {
            for (var i = 0; i + 3 < stroke?.Length; i += 2)
                yield return (new(stroke[i], stroke[i + 1]), new(stroke[i + 2], stroke[i + 3]));
        }
    }

    private StreamToken? Appearance(DictionaryToken annotation) =>
        objects.Entry<DictionaryToken>(annotation, "AP") is not { } appearances ? null
            : objects.Entry(appearances, "N") switch
            {
                StreamToken stream => stream,
                DictionaryToken states when objects.Entry<NameToken>(annotation, "AS") is { } state =>
                    objects.Entry<StreamToken>(states, state.Data),
                _ => null,
            };

    /// <summary>The appearance's box, turned by its own matrix, is fitted into that of the annotation (ISO 32000-1, 12.5.5).</summary>
    private TransformationMatrix Place(DictionaryToken appearance, PdfRectangle box)
    {
        var own = Box(appearance, "BBox") ?? box;
        if (objects.Numbers(appearance, "Matrix") is { Length: 6 } matrix)
            own = Around(TransformationMatrix.FromArray(matrix).Transform(own));
        var (x, y) = (Ratio(box.Width, own.Width), Ratio(box.Height, own.Height));
        return TransformationMatrix.FromValues(x, 0, 0, y, box.Left - own.Left * x, box.Bottom - own.Bottom * y);
    }

    private static double Ratio(double wanted, double given) => given < 1e-6 ? 1 : wanted / given;

    private static PdfRectangle Around(PdfRectangle turned)
    {
        PdfPoint[] corners = [turned.BottomLeft, turned.BottomRight, turned.TopRight, turned.TopLeft];
        return new(corners.Min(c => c.X), corners.Min(c => c.Y), corners.Max(c => c.X), corners.Max(c => c.Y));
    }

    /// <summary>The fill of a mark without an appearance, which viewers draw by themselves; null where it fills nothing.</summary>
    private Color? Fill(DictionaryToken annotation) => objects.Entry<NameToken>(annotation, "Subtype")?.Data switch
    {
        "Square" or "Circle" or "Polygon" => Components(annotation, "IC"),
        "FreeText" => Components(annotation, "C"),
        // A highlighter darkens: letters under a light one are read all the same.
        "Highlight" when Components(annotation, "C") is { IsNearlyBlack: true } dark => dark,
        _ => null,
    };

    private Color? Components(DictionaryToken annotation, string name) => objects.Numbers(annotation, name) switch
    {
        [var gray] => new Color(gray, gray, gray),
        [var r, var g, var b] => new Color(r, g, b),
        [var c, var m, var y, var k] => new Color((1 - c) * (1 - k), (1 - m) * (1 - k), (1 - y) * (1 - k)),
        _ => null,
    };

    private PdfRectangle? Box(DictionaryToken dictionary, string name) =>
        objects.Numbers(dictionary, name) is [var x1, var y1, var x2, var y2]
            ? new PdfRectangle(Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2))
            : null;
}
