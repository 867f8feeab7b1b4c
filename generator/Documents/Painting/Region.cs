using UglyToad.PdfPig.Core;

namespace Advocacy.Generator.Documents.Painting;

/// <summary>An area of a page, in points from its lower left corner as a reader sees it.</summary>
internal sealed class Region
{
    private readonly PdfPoint[][] _contours;
    private readonly bool _isEvenOdd;
    private readonly bool _isBox;

    /// <param name="contours">Closed, whether or not their last point repeats the first.</param>
    public Region(PdfPoint[][] contours, bool isEvenOdd = false)
    {
        _contours = contours;
        _isEvenOdd = isEvenOdd;
        (Left, Bottom, Right, Top) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var point in contours.SelectMany(c => c))
        {
            (Left, Bottom) = (Math.Min(Left, point.X), Math.Min(Bottom, point.Y));
            (Right, Top) = (Math.Max(Right, point.X), Math.Max(Top, point.Y));
        }
        _isBox = contours is [var only] && IsBox(only);
    }

    public double Left { get; }
    public double Bottom { get; }
    public double Right { get; }
    public double Top { get; }

    /// <summary>Of the box around it, in square points.</summary>
    public double Area => Math.Max(Right - Left, 0) * Math.Max(Top - Bottom, 0);

    public static Region Box(double left, double bottom, double right, double top) =>
        new([[new(left, bottom), new(right, bottom), new(right, top), new(left, top)]]);

    public static Region Of(PdfRectangle box) => new([[box.BottomLeft, box.BottomRight, box.TopRight, box.TopLeft]]);

    /// <summary>What a pen of some width leaves on a straight line.</summary>
    public static Region Line(PdfPoint from, PdfPoint to, double width)
    {
        var length = Math.Max(Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2)), 1e-9);
        var (x, y) = ((to.Y - from.Y) / length * width / 2, (from.X - to.X) / length * width / 2);
        return new([[new(from.X + x, from.Y + y), new(to.X + x, to.Y + y), new(to.X - x, to.Y - y), new(from.X - x, from.Y - y)]]);
    }

    public Region Transformed(TransformationMatrix matrix) =>
        new([.. _contours.Select(c => c.Select(matrix.Transform).ToArray())], _isEvenOdd);

    public bool Contains(PdfPoint point)
    {
        if (point.X < Left || point.X > Right || point.Y < Bottom || point.Y > Top)
            return false;
        if (_isBox)
            return true;
        var winding = 0;
        foreach (var contour in _contours)
        {
            for (var i = 0; i < contour.Length; i++)
                winding += Crossing(contour[i], contour[(i + 1) % contour.Length], point);
        }
        return _isEvenOdd ? winding % 2 != 0 : winding != 0;
    }

    /// <summary>Whether an edge crosses the ray from a point to the right: 1 upward, -1 downward, 0 not at all.</summary>
    private static int Crossing(PdfPoint a, PdfPoint b, PdfPoint point)
    {
        if (a.Y <= point.Y == b.Y <= point.Y)
            return 0;
        var x = a.X + (point.Y - a.Y) / (b.Y - a.Y) * (b.X - a.X);
        return x <= point.X ? 0 : b.Y > a.Y ? 1 : -1;
    }

    private bool IsBox(PdfPoint[] points) =>
        points.Length is 4 or 5
        && points.All(p => (Near(p.X, Left) || Near(p.X, Right)) && (Near(p.Y, Bottom) || Near(p.Y, Top)))
        && points.Distinct().Count() == 4;

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-3;
}
