using Advocacy.Generator.Documents.Painting;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Advocacy.Generator.Documents.Hidden;

/// <summary>Tells which letters of a page nobody sees, though the file holds them.</summary>
internal sealed class HiddenLetters
{
    /// <summary>The points of a letter's box that are looked at: enough to tell a bar over it from a rule through it.</summary>
    private static readonly double[] _samples = [0.2, 0.5, 0.8];

    /// <summary>Of the points: a letter that is covered so far cannot be read.</summary>
    private const int Most = 6;

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
        _inked = new(() => page.Letters.Where(l => l.Ink != Ink.None && l.IsText)
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
                && Continues(_page.Letters[texts[end - 1]].Letter, _page.Letters[texts[end]].Letter))
                end++;
            if (end - start < Fewest(concealed[texts[start]]))
            {
                foreach (var stray in texts[start..end])
                    concealed[stray] = Concealment.None;
            }
            start = end;
        }
    }

    private static int Fewest(Concealment concealment) => concealment is Concealment.Covered or Concealment.CoveredByAnnotation ? 2 : 3;

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
                concealed[i] = Concealment.None;
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
        if (letter.Ink == Ink.None)
            return IsInPicture(letter) || IsOverSeenLetter(letter) ? Concealment.None : Concealment.Invisible;
        if (Cover(letter, points) is { } cover && !IsPaintedAgain(letter))
            return cover.IsAnnotation && !letter.IsAnnotation ? Concealment.CoveredByAnnotation : Concealment.Covered;
        return letter is { Ink: Ink.Solid, Fill: { } fill } && points.All(p => Under(letter, p) is { } under && under.LooksLike(fill))
            && !IsPaintedAgain(letter)
            ? Concealment.SameColor
            : Concealment.None;
    }

    /// <returns>What hides the letter; null where it can be read.</returns>
    private PaintedShape? Cover(PaintedLetter letter, PdfPoint[] points)
    {
        PaintedShape? last = null;
        var covered = 0;
        foreach (var point in points)
        {
            var shapes = _shapes.Near(point);
            for (var i = shapes.Count - 1; i >= 0 && shapes[i].Order > letter.Order; i--)
            {
                if (!shapes[i].Covers(point))
                    continue;
                covered++;
                last = shapes[i];
                break;
            }
        }
        return covered < Most || last is null || (_isScan && last.Picture is { } scan && scan.ShowsSomething(letter.Letter.BoundingBox))
            ? null
            : last;
    }

    /// <summary>A scan with the words that were recognized in it, which are there to be found and copied.</summary>
    private bool IsInPicture(PaintedLetter letter) =>
        _shapes.Near(letter.Center).Any(
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
