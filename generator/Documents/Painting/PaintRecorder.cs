using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Graphics.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.Util;
using UglyToad.PdfPig.XObjects;
using static UglyToad.PdfPig.Graphics.PerformantRectangleTransformer;

namespace Advocacy.Generator.Documents.Painting;

/// <summary>
/// Runs a page's drawing operators (ISO 32000-1, annex A) and notes what they paint, one after the other. PdfPig's own page keeps
/// letters, paths and pictures in lists apart, which say no more which of them lies over which.
/// </summary>
internal sealed class PaintRecorder : BaseStreamProcessor<bool>
{
    /// <summary>A pen that is thinner, in points, draws rules and not bars.</summary>
    public const double ThinnestBar = 1;
    private const int CurveSteps = 8;

    /// <summary>Of 1: so little is not seen.</summary>
    private const double Faintest = 0.05;

    /// <summary>Of 1: letters under so much are not read any more.</summary>
    public const double Opaque = 0.85;

    /// <summary>Points: a line of such dashes is a bar.</summary>
    private const double LongestDash = 20;

    /// <summary>Beyond every page, in points.</summary>
    private const double Everywhere = 20_000;

    /// <summary>Points between a field and its label.</summary>
    private const double LongestGap = 200;

    private static readonly FontDetails _fieldFont = new("Field", isBold: false, weight: 400, isItalic: false);

    private readonly PdfObjects _objects;
    private readonly CurrentGraphicsState _initial;
    private readonly List<PaintedLetter> _letters = [];
    private readonly List<PaintedShape> _shapes = [];
    private readonly Stack<Clip?> _clips = new();
    private readonly Stack<DictionaryToken?> _resources = new();
    private readonly List<PdfPoint[]> _contours = [];
    private readonly List<PdfPoint> _contour = [];
    private Clip? _clip;
    private MarkedSpan? _span;
    private int _order;
    private bool _isFaint;
    private bool _isAnnotation;

    public PaintRecorder(
        int page,
        IResourceStore resources,
        IPdfTokenScanner scanner,
        IPageContentParser parser,
        ILookupFilterProvider filters,
        CropBox crop,
        UserSpaceUnit unit,
        PageRotationDegrees rotation,
        in TransformationMatrix matrix,
        ParsingOptions options,
        PdfObjects objects,
        DictionaryToken? pageResources)
        : base(page, resources, scanner, parser, filters, crop, unit, rotation, matrix, options)
    {
        _objects = objects;
        _resources.Push(pageResources);
        _initial = GetCurrentState().DeepClone();
    }

    public IReadOnlyList<PaintedLetter> Letters => _letters;

    public IReadOnlyList<PaintedShape> Shapes => _shapes;

    public override bool Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        CloneAllStates();
        ProcessOperations(operations);
        // What the page left behind is not that of the annotations over it.
        GraphicsStack = new Stack<CurrentGraphicsState>([_initial]);
        _clips.Clear();
        EndPath();
        (_clip, _span, _isFaint) = (null, null, false);
        return true;
    }

    /// <summary>Paints a page's annotation over it, as a viewer does (ISO 32000-1, 12.5.5).</summary>
    /// <param name="place">From the appearance's own space to that of the page.</param>
    public void PaintAnnotation(StreamToken appearance, in TransformationMatrix place)
    {
        _isAnnotation = true;
        PushState();
        ModifyCurrentTransformationMatrix(place);
        ProcessFormXObject(appearance, NameToken.Create("Appearance"));
        PopState();
    }

    public void PaintAnnotation(Region region, Color color) =>
        _shapes.Add(new(++_order, region.Transformed(CurrentTransformationMatrix), color, IsOpaque: true, null, null, IsAnnotation: true));

    /// <summary>
    /// The value of a field, as letters where its widget is: viewers may paint it by themselves. They are set to the words before them
    /// on the line, which are its label.
    /// </summary>
    /// <param name="widget">Its place among the annotations of the page, from 0.</param>
    /// <param name="box">In the space of the page.</param>
    public void AddField(int widget, string value, PdfRectangle box)
    {
        var place = CurrentTransformationMatrix.Transform(box).Normalise();
        var label = Label(place);
        var size = label?.PointSize ?? Math.Clamp(place.Height * 0.75, 4, 12);
        var (x, y) = label is not null
            ? (label.EndBaseLine.X + size * 0.3, label.StartBaseLine.Y)
            : (place.Left, place.Bottom + (place.Height - size) / 2 + size * 0.1);
        TextSequence++;
        foreach (var rune in value.EnumerateRunes())
        {
            var (width, sign) = (size * 0.5, rune.ToString());
            var glyph = new PdfRectangle(x, y, x + width, y + size * 0.7);
            var letter = new Letter(
                Rune.IsWhiteSpace(rune) ? " " : sign,
                glyph,
                glyph,
                glyph.BottomLeft,
                glyph.BottomRight,
                width,
                size,
                _fieldFont,
                TextRenderingMode.Fill,
                GrayColor.Black,
                GrayColor.Black,
                size,
                TextSequence);
            _letters.Add(new PaintedLetter(++_order, letter, sign, Ink.Other, null, null, null, IsAnnotation: false) { Field = widget });
            x += width;
        }
    }

    /// <returns>The last letter of the words to the left of a field; null where there are none, or those behind it are its own.</returns>
    private Letter? Label(PdfRectangle field)
    {
        Letter? last = null;
        foreach (var letter in _letters.Where(l => l.Field is null && !string.IsNullOrWhiteSpace(l.Glyph)).Select(l => l.Letter))
        {
            var box = letter.BoundingBox;
            if (letter.StartBaseLine.Y < field.Bottom - 2 || letter.StartBaseLine.Y > field.Top)
                continue;
            // A box to tick has its words behind it.
            if (field.Width < 2 * field.Height && box.Left >= field.Right && box.Left - field.Right < field.Width)
                return null;
            if (box.Right < field.Left + 2 && field.Left - box.Right < LongestGap && (last is null || box.Right > last.BoundingBox.Right))
                last = letter;
        }
        return last;
    }

    public override void PushState()
    {
        base.PushState();
        _clips.Push(_clip);
    }

    public override void PopState()
    {
        base.PopState();
        if (_clips.TryPop(out var clip))
            _clip = clip;
    }

    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        var (faint, span) = (_isFaint, _span);
        var state = GetCurrentState();
        _span = InLayerOf(formStream.StreamDictionary);
        // PdfPig starts a group with full opacity; what is around it applies to the whole group.
        _isFaint |= !IsOpaque(state, state.AlphaConstantNonStroking);
        _resources.Push(_objects.Entry<DictionaryToken>(formStream.StreamDictionary, "Resources"));
        try
        {
            base.ProcessFormXObject(formStream, xObjectName);
        }
        finally
        {
            _resources.Pop();
            (_isFaint, _span) = (faint, span);
        }
    }

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        unicode = SymbolLetters.Plain(unicode, font.Name?.Data);
        var value = Replaced(unicode);
        if (_letters.Count > 0 && Joined(value, _letters[^1]) is { } joined)
        {
            _letters[^1] = joined;
            return;
        }
        var glyph = Transform(renderingMatrix, textMatrix, transformationMatrix, characterBoundingBox.GlyphBounds);
        var line = Transform(renderingMatrix, textMatrix, transformationMatrix,
            new PdfRectangle(0, 0, characterBoundingBox.Width, UserSpaceUnit.PointMultiples));
        var loose = Transform(renderingMatrix, textMatrix, transformationMatrix,
            new PdfRectangle(0, font.GetDescent(), characterBoundingBox.Width, font.GetAscent()));
        var hasBox = glyph.Width > double.Epsilon || glyph.Height > double.Epsilon;
        var letter = new Letter(
            value,
            hasBox ? glyph : line,
            loose,
            line.BottomLeft,
            line.BottomRight,
            line.Width,
            fontSize,
            font,
            currentState.FontState.TextRenderingMode,
            currentState.CurrentStrokingColor,
            currentState.CurrentNonStrokingColor,
            pointSize,
            TextSequence);
        var (ink, color) = InkOf(currentState);
        _letters.Add(new PaintedLetter(++_order, letter, unicode, ink, color, _clip, _span, _isAnnotation));
    }

    /// <summary>The first letter of a span that has a text of its own stands for all of it; the others for nothing.</summary>
    private string Replaced(string glyph)
    {
        var span = MarkedSpan.ReplacedOf(_span);
        if (span is null)
            return glyph;
        if (span.IsReplaced)
            return "";
        span.IsReplaced = true;
        return span.Replacement!;
    }

    /// <summary>An accent that is painted over the letter before it.</summary>
    private PaintedLetter? Joined(string value, PaintedLetter last)
    {
        if (!Diacritics.IsInCombiningDiacriticRange(value)
            || last.Letter.TextSequence != TextSequence
            || !Diacritics.TryCombineDiacriticWithPreviousLetter(value, last.Letter.Value, out var both))
            return null;
        var letter = last.Letter;
        return last with
        {
            Letter = new Letter(
                both,
                letter.BoundingBox,
                letter.GlyphRectangleLoose,
                letter.StartBaseLine,
                letter.EndBaseLine,
                letter.Width,
                letter.FontSize,
                letter.GetFont()!,
                letter.RenderingMode,
                letter.StrokeColor,
                letter.FillColor,
                letter.PointSize,
                letter.TextSequence),
        };
    }

    private (Ink Ink, Color? Color) InkOf(CurrentGraphicsState state) => state.FontState.TextRenderingMode switch
    {
        TextRenderingMode.Neither => (Ink.None, null),
        TextRenderingMode.Fill when state.AlphaConstantNonStroking < Faintest => (Ink.None, null),
        TextRenderingMode.Stroke when state.AlphaConstantStroking < Faintest => (Ink.None, null),
        TextRenderingMode.Stroke when !_isFaint && IsOpaque(state, state.AlphaConstantStroking)
            && Color.Of(state.CurrentStrokingColor) is { } outline => (Ink.Solid, outline),
        TextRenderingMode.FillThenStroke when !_isFaint && IsOpaque(state, state.AlphaConstantNonStroking)
            && Color.Of(state.CurrentNonStrokingColor) is { } fill && Color.Of(state.CurrentStrokingColor) == fill => (Ink.Solid, fill),
        TextRenderingMode.Fill when !_isFaint && IsOpaque(state, state.AlphaConstantNonStroking)
            && Color.Of(state.CurrentNonStrokingColor) is { } color => (Ink.Solid, color),
        _ => (Ink.Other, null),
    };

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
    {
        var (scanner, filters, resources) = (PdfScanner, FilterProvider, ResourceStore);
        AddPicture(xObjectContentRecord.Stream, xObjectContentRecord.Stream.StreamDictionary, new Lazy<IPdfImage>(
            () => XObjectFactory.ReadImage(xObjectContentRecord, scanner, filters, resources)));
    }

    protected override void RenderInlineImage(InlineImage inlineImage) =>
        AddPicture(null, inlineImage.ImageDictionary, new Lazy<IPdfImage>(inlineImage));

    private void AddPicture(StreamToken? source, DictionaryToken dictionary, Lazy<IPdfImage> image)
    {
        var state = GetCurrentState();
        var isOpaque = !_isFaint && IsOpaque(state, state.AlphaConstantNonStroking);
        var picture = new PaintedPicture(dictionary, image, state.CurrentTransformationMatrix, _objects) { Source = source };
        var color = picture.IsStencil ? Color.Of(state.CurrentNonStrokingColor) : null;
        _shapes.Add(new(++_order, picture.Region, color, isOpaque, _clip, InLayerOf(dictionary), _isAnnotation, picture));
    }

    public override void BeginSubpath() => EndContour();

    public override PdfPoint? CloseSubpath()
    {
        if (_contour.Count == 0)
            return null;
        var first = _contour[0];
        CurrentPosition = first;
        _contour.Add(first);
        EndContour();
        return first;
    }

    private void EndContour()
    {
        if (_contour.Count > 1)
            _contours.Add([.. _contour]);
        _contour.Clear();
    }

    public override void MoveTo(double x, double y)
    {
        EndContour();
        _contour.Add(CurrentPosition = CurrentTransformationMatrix.Transform(new PdfPoint(x, y)));
    }

    public override void LineTo(double x, double y)
    {
        if (_contour.Count == 0)
            _contour.Add(CurrentPosition);
        _contour.Add(CurrentPosition = CurrentTransformationMatrix.Transform(new PdfPoint(x, y)));
    }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3) => Curve(
        CurrentPosition,
        CurrentTransformationMatrix.Transform(new PdfPoint(x2, y2)),
        CurrentTransformationMatrix.Transform(new PdfPoint(x3, y3)));

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) => Curve(
        CurrentTransformationMatrix.Transform(new PdfPoint(x1, y1)),
        CurrentTransformationMatrix.Transform(new PdfPoint(x2, y2)),
        CurrentTransformationMatrix.Transform(new PdfPoint(x3, y3)));

    private void Curve(PdfPoint b, PdfPoint c, PdfPoint d)
    {
        var a = CurrentPosition;
        if (_contour.Count == 0)
            _contour.Add(a);
        for (var step = 1; step <= CurveSteps; step++)
        {
            var t = (double)step / CurveSteps;
            var s = 1 - t;
            var (p, q, r, o) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t);
            _contour.Add(new PdfPoint(p * a.X + q * b.X + r * c.X + o * d.X, p * a.Y + q * b.Y + r * c.Y + o * d.Y));
        }
        CurrentPosition = d;
    }

    public override void Rectangle(double x, double y, double width, double height)
    {
        MoveTo(x, y);
        LineTo(x + width, y);
        LineTo(x + width, y + height);
        LineTo(x, y + height);
        CloseSubpath();
    }

    public override void StrokePath(bool close)
    {
        if (close)
            CloseSubpath();
        Stroke();
        EndPath();
    }

    public override void FillPath(FillingRule fillingRule, bool close)
    {
        Fill(fillingRule);
        EndPath();
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
        if (close)
            CloseSubpath();
        Fill(fillingRule);
        Stroke();
        EndPath();
    }

    private void Fill(FillingRule rule)
    {
        EndContour();
        if (_contours.Count == 0)
            return;
        var state = GetCurrentState();
        var (color, isOpaque) = Paint(state, state.AlphaConstantNonStroking, state.CurrentNonStrokingColor);
        _shapes.Add(new(
            ++_order, new Region([.. _contours], rule == FillingRule.EvenOdd), color, isOpaque, _clip, _span, _isAnnotation));
    }

    private void Stroke()
    {
        EndContour();
        var state = GetCurrentState();
        var matrix = state.CurrentTransformationMatrix;
        var width = state.LineWidth * Math.Sqrt(Math.Abs(matrix.A * matrix.D - matrix.B * matrix.C));
        if (width < ThinnestBar || IsDashed(state.LineDashPattern.Array))
            return;
        var (color, isOpaque) = Paint(state, state.AlphaConstantStroking, state.CurrentStrokingColor);
        _order++;
        foreach (var contour in _contours)
        {
            for (var i = 1; i < contour.Length; i++)
                _shapes.Add(new(
                    _order, Region.Line(contour[i - 1], contour[i], width), color, isOpaque, _clip, _span, _isAnnotation));
        }
    }

    /// <summary>Whether gaps are to be seen: not where the dashes are long, or nearly touch.</summary>
    private static bool IsDashed(IReadOnlyList<double> pattern) =>
        pattern.Count > 0 && pattern[0] < LongestDash && (pattern.Count < 2 || pattern[1] > 0.2 * pattern[0]);

    public override void ClosePath() => EndPath();

    public override void EndPath()
    {
        _contours.Clear();
        _contour.Clear();
    }

    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
        EndContour();
        if (_contours.Count > 0)
            _clip = new Clip(new Region([.. _contours], clippingRule == FillingRule.EvenOdd), _clip);
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule) =>
        _clip = new Clip(Region.Of(CurrentTransformationMatrix.Transform(rectangle)), _clip);

    /// <summary>A shading fills all that is not clipped.</summary>
    public override void PaintShading(NameToken shadingName)
    {
        var state = GetCurrentState();
        var region = _clip?.Region ?? Region.Box(-Everywhere, -Everywhere, Everywhere, Everywhere);
        var isOpaque = !_isFaint && IsOpaque(state, state.AlphaConstantNonStroking);
        _shapes.Add(new(++_order, region, null, isOpaque, _clip?.Outer, _span, _isAnnotation));
    }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
        var layer = name.Data == "OC" && propertyDictionaryName is not null ? Property(propertyDictionaryName) : null;
        if (propertyDictionaryName is not null)
            properties = ResourceStore.GetMarkedContentPropertiesDictionary(propertyDictionaryName) ?? properties;
        _span = new MarkedSpan(
            _span,
            properties is null ? null : _objects.Entry<NumericToken>(properties, "MCID")?.Int,
            properties is null ? null : _objects.Text(properties, "ActualText"),
            name == NameToken.Artifact || _span is { IsArtifact: true },
            layer);
    }

    public override void EndMarkedContent() => _span = _span?.Outer;

    /// <param name="xObject">A form or picture, which may belong to a layer (ISO 32000-1, 8.11.3.3).</param>
    private MarkedSpan? InLayerOf(DictionaryToken xObject) =>
        xObject.TryGet(NameToken.Create("OC"), out IToken? layer)
            ? new MarkedSpan(_span, null, null, _span is { IsArtifact: true }, layer)
            : _span;

    /// <summary>The token that the resources have under a name, with its reference not followed: layers are known by it.</summary>
    private IToken? Property(NameToken name)
    {
        foreach (var resources in _resources)
        {
            if (resources is not null && _objects.Entry<DictionaryToken>(resources, "Properties") is { } properties
                && properties.TryGet(name, out IToken? token))
                return token;
        }
        return null;
    }

    /// <returns>The color that is seen, where it is known, and whether nothing under it is.</returns>
    private (Color? Color, bool IsOpaque) Paint(CurrentGraphicsState state, double alpha, IColor? paint)
    {
        var color = Color.Of(paint);
        var isOpaque = !_isFaint && (IsOpaque(state, alpha)
            // Ink that darkens leaves letters to be read, unless it is as dark as they are; one that brightens, unless it is as bright.
            || (alpha > Opaque && state.SoftMask is null && color is { } ink && (
                (state.BlendMode is BlendMode.Multiply or BlendMode.Darken or BlendMode.ColorBurn && ink.IsNearlyBlack)
                || (state.BlendMode is BlendMode.Screen or BlendMode.Lighten or BlendMode.ColorDodge && ink.LooksLike(Color.White)))));
        return (isOpaque ? color : null, isOpaque);
    }

    private static bool IsOpaque(CurrentGraphicsState state, double alpha) =>
        alpha > Opaque && state.SoftMask is null && state.BlendMode == BlendMode.Normal;
}
