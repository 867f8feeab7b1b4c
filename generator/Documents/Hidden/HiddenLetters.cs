using Advocacy.Generator.Documents.Painting;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Geometry;

namespace Advocacy.Generator.Documents.Hidden;

/// <summary>Tells which letters of a page nobody sees, though the file holds them.</summary>
internal sealed class HiddenLetters
{
    /// <summary>The points of a letter's box that are looked at: enough to tell a bar over it from a rule through it.</summary>
    private static readonly double[] _samples = [0.2, 0.5, 0.8];

    /// <summary>Of the points: a letter that is covered so far cannot be read.</summary>
    private const int Most = 7;

    /// <summary>Points.</summary>
    private const double LetterCell = 16;

    private readonly PaintedPage _page;
    private readonly Layers _layers;
    private readonly ShapeGrid _shapes;
    private readonly bool _isScan;
    private readonly Lazy<ILookup<(int X, int Y), PaintedLetter>> _inked;
    private readonly Lazy<ILookup<(string Glyph, int X, int Y), PaintedLetter>> _places;

    private HiddenLetters(PaintedPage page, Layers layers)
    {
        (_page, _layers) = (page, layers);
        var shapes = page.Shapes.Where(s => !layers.IsOff(s.Span)).ToArray();
        _shapes = new ShapeGrid(page, shapes);
        _isScan = shapes.Where(s => s.Picture is not null).Sum(s => s.Region.Area) > 0.5 * page.Width * page.Height;
        _places = new(() => page.Letters.ToLookup(Place));
        _inked = new(() => page.Letters.Where(l => l.Ink != Ink.None && l.IsText && !IsTooSmall(l))
            .SelectMany(l => CellsOf(l.Letter.GlyphRectangleLoose), (l, cell) => (l, cell)).ToLookup(x => x.cell, x => x.l));
    }

    /// <returns>For each letter of the page, in its order.</returns>
    public static Concealment[] Of(PaintedPage page, Layers layers)
    {
        var letters = new HiddenLetters(page, layers);
        Concealment[] concealed = [.. page.Letters.Select(letters.Concealed)];
        letters.KeepOverlongLines(concealed);
        letters.KeepStrays(concealed);
        return concealed;
    }

    /// <summary>
    /// A line that begins in sight and runs over the edge of the paper, or of a table's cell, is too long, and nobody meant to hide its
    /// end. What runs over the edge of a crop was on the paper before.
    /// </summary>
    private void KeepOverlongLines(Concealment[] concealed)
    {
        for (var start = 0; start < concealed.Length;)
        {
            var end = start + 1;
            while (end < concealed.Length && Continues(_page.Letters[end - 1].Letter, _page.Letters[end].Letter))
                end++;
            Keep(concealed, start, end);
            start = end;
        }
    }

    /// <summary>Whether a letter stands on the line of the one before it, no further away than a space is wide.</summary>
    private static bool Continues(Letter before, Letter letter)
    {
        var (dx, dy) = (letter.StartBaseLine.X - before.EndBaseLine.X, letter.StartBaseLine.Y - before.EndBaseLine.Y);
        return Math.Sqrt(dx * dx + dy * dy) < Math.Max(letter.PointSize, before.PointSize);
    }

    /// <summary>
    /// A letter or two alone are a marker in a chart, dirt that was taken for letters, or a leftover of a layout. Of what was covered,
    /// each pair counts.
    /// </summary>
    private void KeepStrays(Concealment[] concealed)
    {
        int[] texts = [.. Enumerable.Range(0, concealed.Length).Where(i => _page.Letters[i].IsText)];
        for (var start = 0; start < texts.Length;)
        {
            var end = start + 1;
            while (end < texts.Length && concealed[texts[end]] == concealed[texts[start]]
                && IsNear(_page.Letters[texts[end - 1]].Letter, _page.Letters[texts[end]].Letter))
                end++;
            if (texts[start..end].Sum(i => Weight(_page.Letters[i])) < Fewest(concealed[texts[start]]))
            {
                foreach (var stray in texts[start..end])
                    concealed[stray] = Concealment.None;
            }
            start = end;
        }
    }

    /// <summary>Chinese, Japanese and Korean names have two signs.</summary>
    private static int Weight(PaintedLetter letter) => letter.Glyph[0] >= '\u2E80' ? 2 : 1;

    /// <summary>Dirt on a scan and markers in charts come in pairs too.</summary>
    private static int Fewest(Concealment concealment) => concealment is Concealment.Invisible or Concealment.Clipped ? 3 : 2;

    /// <summary>Whether a letter stands beside, before, below or above another, as in lines in any direction.</summary>
    private static bool IsNear(Letter one, Letter other)
    {
        var (a, b) = (one.BoundingBox.Normalise(), other.BoundingBox.Normalise());
        var x = Math.Max(0, Math.Max(a.Left, b.Left) - Math.Min(a.Right, b.Right));
        var y = Math.Max(0, Math.Max(a.Bottom, b.Bottom) - Math.Min(a.Top, b.Top));
        return Math.Max(x, y) < 1.2 * Math.Max(one.PointSize, other.PointSize);
    }

    /// <param name="start">Of the letters of one line.</param>
    private void Keep(Concealment[] concealed, int start, int end)
    {
        int[] letters = [.. Enumerable.Range(start, end - start).Where(i => _page.Letters[i].IsText)];
        if (letters.FirstOrDefault(i => concealed[i] == Concealment.None, -1) is not (>= 0 and var first))
            return;
        var last = letters.Last(i => concealed[i] == Concealment.None);
        foreach (var i in letters.Where(i => i < first || i > last))
        {
            if (concealed[i] == Concealment.Clipped)
                concealed[i] = Concealment.CutOff;
            else if (concealed[i] == Concealment.OutsidePage && !Points(_page.Letters[i].Letter.BoundingBox).Any(_page.Paper.Contains))
                concealed[i] = Concealment.CutOff;
        }
    }

    private Concealment Concealed(PaintedLetter letter)
    {
        if (!letter.IsText)
            return Concealment.None;
        if (_layers.IsOff(letter.Span))
            return Concealment.LayerOff;
        var points = Points(letter.Letter.BoundingBox);
        if (!points.Any(IsOnPage))
            return Concealment.OutsidePage;
        if (letter.Clip is { } clip && !points.Any(clip.Contains))
            return Concealment.Clipped;
        if (letter.Ink == Ink.None || IsTooSmall(letter))
            return Unpainted(letter, points);
        if (Cover(letter, points) is { } cover && !IsPaintedAgain(letter))
            return cover.IsAnnotation && !letter.IsAnnotation ? Concealment.CoveredByAnnotation : Concealment.Covered;
        return letter is { Ink: Ink.Solid, Fill: { } fill } && points.All(p => Under(letter, p) is { } under && under.LooksLike(fill))
            && !IsPaintedAgain(letter)
            ? Concealment.SameColor
            : Concealment.None;
    }

    /// <summary>A letter that stands for what a scan shows is as hidden as that.</summary>
    private Concealment Unpainted(PaintedLetter letter, PdfPoint[] points)
    {
        var scan = ScanOf(letter);
        if (scan is null)
            return IsOverSeenLetter(letter) ? Concealment.None : Concealment.Invisible;
        return Cover(letter, scan.Order, points) is not { } cover ? Concealment.None
            : cover.IsAnnotation ? Concealment.CoveredByAnnotation
            : Concealment.Covered;
    }

    private static bool IsTooSmall(PaintedLetter letter) => letter.Letter.PointSize < 2 && letter.Letter.BoundingBox.Height < 0.8;

    private PaintedShape? Cover(PaintedLetter letter, PdfPoint[] points) => Cover(letter, letter.Order, points);

    /// <param name="since">What was painted later can hide the letter.</param>
    /// <returns>What hides it; null where it can be read.</returns>
    private PaintedShape? Cover(PaintedLetter letter, int since, PdfPoint[] points)
    {
        PaintedShape? last = null;
        var covered = 0;
        foreach (var point in points)
        {
            var shapes = _shapes.Near(point);
            for (var i = shapes.Count - 1; i >= 0 && shapes[i].Order > since; i--)
            {
                if (!shapes[i].Covers(point))
                    continue;
                covered++;
                last = shapes[i];
                break;
            }
        }
        return covered < Most || last is null
            || (last.Picture is { } scan && IsScan(last) && scan.ShowsSomething(letter.Letter.BoundingBox))
            ? null
            : last;
    }

    /// <summary>The whole of a page, or a strip of it as scanners make them.</summary>
    private bool IsScan(PaintedShape picture) =>
        _isScan && (picture.Region.Area > 0.2 * _page.Width * _page.Height
            || picture.Region.Right - picture.Region.Left > 0.8 * _page.Width);

    /// <returns>The scan in which the letter was recognized, to be found and copied; null where no picture shows anything there.</returns>
    private PaintedShape? ScanOf(PaintedLetter letter) =>
        _shapes.Near(letter.Center).LastOrDefault(
            s => s.Picture is { } picture && s.LiesOn(letter.Center) && picture.ShowsSomething(letter.Letter.BoundingBox));

    /// <summary>A page of letters in which the words were recognized once more.</summary>
    private bool IsOverSeenLetter(PaintedLetter letter) =>
        _inked.Value[Cell(letter.Center)].Any(other => Contains(other.Letter.GlyphRectangleLoose, letter.Center));

    private static bool Contains(PdfRectangle box, PdfPoint point) =>
        point.X >= box.Left - 1 && point.X <= box.Right + 1 && point.Y >= box.Bottom - 1 && point.Y <= box.Top + 1;

    private static (int X, int Y) Cell(PdfPoint point) => ((int)(point.X / LetterCell), (int)(point.Y / LetterCell));

    private static IEnumerable<(int X, int Y)> CellsOf(PdfRectangle box)
    {
        var (from, to) = (Cell(new(box.Left - 1, box.Bottom - 1)), Cell(new(box.Right + 1, box.Top + 1)));
        for (var x = from.X; x <= Math.Min(to.X, from.X + 8); x++)
        {
            for (var y = from.Y; y <= Math.Min(to.Y, from.Y + 8); y++)
                yield return (x, y);
        }
    }

    /// <returns>The color on which the letter was painted; null where it is not known.</returns>
    private Color? Under(PaintedLetter letter, PdfPoint point)
    {
        var shapes = _shapes.Near(point);
        for (var i = shapes.Count - 1; i >= 0; i--)
        {
            if (shapes[i].Order < letter.Order && shapes[i].LiesOn(point))
                return shapes[i].Color;
        }
        return Color.White;
    }

    /// <summary>Whether the same letter stands in the same place once more, above what covers this one.</summary>
    private bool IsPaintedAgain(PaintedLetter letter)
    {
        var (glyph, x, y) = Place(letter);
        for (var dx = -1; dx <= 1; dx++)
        {
            for (var dy = -1; dy <= 1; dy++)
            {
                if (_places.Value[(glyph, x + dx, y + dy)].Any(other => other.Order > letter.Order && IsSeen(other)))
                    return true;
            }
        }
        return false;
    }

    private bool IsSeen(PaintedLetter letter) =>
        letter.Ink != Ink.None && !_layers.IsOff(letter.Span) && Points(letter.Letter.BoundingBox) is var points
        && Cover(letter, points) is null
        && (letter.Fill is not { } fill || points.Any(p => Under(letter, p) is not { } under || !under.LooksLike(fill)));

    private static (string Glyph, int X, int Y) Place(PaintedLetter letter) =>
        (letter.Glyph, (int)Math.Round(letter.Center.X / 2), (int)Math.Round(letter.Center.Y / 2));

    private bool IsOnPage(PdfPoint point) => point.X >= 0 && point.X <= _page.Width && point.Y >= 0 && point.Y <= _page.Height;

    private static PdfPoint[] Points(PdfRectangle box)
    {
        var points = new PdfPoint[_samples.Length * _samples.Length];
        var (origin, right, up) = (box.BottomLeft, box.BottomRight, box.TopLeft);
        for (var i = 0; i < points.Length; i++)
        {
            var (u, v) = (_samples[i % _samples.Length], _samples[i / _samples.Length]);
            points[i] = new(
                origin.X + u * (right.X - origin.X) + v * (up.X - origin.X),
                origin.Y + u * (right.Y - origin.Y) + v * (up.Y - origin.Y));
        }
        return points;
    }
}
