using Advocacy.Generator.Documents.Painting;
using UglyToad.PdfPig.Core;

namespace Advocacy.Generator.Documents.Hidden;

/// <summary>The shapes of a page by where they lie: a map has a hundred thousand, and as many letters.</summary>
internal sealed class ShapeGrid
{
    /// <summary>Cells along each side.</summary>
    private const int Cells = 32;

    private readonly List<PaintedShape>?[] _cells = new List<PaintedShape>?[Cells * Cells];
    private readonly double _width;
    private readonly double _height;

    /// <param name="shapes">In the order of painting.</param>
    public ShapeGrid(PaintedPage page, IEnumerable<PaintedShape> shapes)
    {
        (_width, _height) = (Math.Max(page.Width, 1), Math.Max(page.Height, 1));
        foreach (var shape in shapes)
            Add(shape);
    }

    /// <summary>Those that may lie on the point, in the order of painting.</summary>
    public IReadOnlyList<PaintedShape> Near(PdfPoint point) =>
        _cells[Cell(point.Y, _height) * Cells + Cell(point.X, _width)] ?? (IReadOnlyList<PaintedShape>)[];

    private void Add(PaintedShape shape)
    {
        var (left, right) = (Cell(shape.Region.Left, _width), Cell(shape.Region.Right, _width));
        for (var y = Cell(shape.Region.Bottom, _height); y <= Cell(shape.Region.Top, _height); y++)
        {
            for (var x = left; x <= right; x++)
                (_cells[y * Cells + x] ??= []).Add(shape);
        }
    }

    private static int Cell(double place, double size) => (int)Math.Clamp(place / size * Cells, 0, Cells - 1);
}
