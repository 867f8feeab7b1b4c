using System.Text.RegularExpressions;
using Advocacy.Generator.Documents.Painting;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace Advocacy.Generator.Documents.Reading;

/// <summary>
/// The text of a PDF without tags, by where it stands on its pages: columns, lines, paragraphs, and headings where letters are evidently
/// larger.
/// </summary>
internal static partial class UntaggedText
{
    /// <summary>A page with more words is a table or a drawing, whose layout would take long to find and say little.</summary>
    private const int MostWords = 4000;

    /// <summary>The part of a page's height, at its top and its foot, where running heads and page numbers stand.</summary>
    private const double Rim = 0.09;

    private static readonly NearestNeighbourWordExtractor _words = new(new() { MaxDegreeOfParallelism = 1 });
    private static readonly DocstrumBoundingBoxes _turned = new(new() { MaxDegreeOfParallelism = 1 });
    private static readonly RecursiveXYCut _columns = new(new() { MaxDegreeOfParallelism = 1 });

    private sealed record Line(string Text, double Size, double Left, double Right, double Bottom, bool AtRim);

    private sealed record Sheet(int Number, double Width, Line[][] Blocks);

    public static IReadOnlyList<DocumentBlock> Of(IReadOnlyList<ReadablePage> pages)
    {
        var sheets = pages.Select(Read).ToArray();
        var lines = sheets.SelectMany(s => s.Blocks).SelectMany(b => b).ToArray();
        var running = lines.Where(l => l.AtRim).CountBy(Pattern).Where(
            p => p.Value >= Math.Max(3, pages.Count / 2)).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        // The size that most letters have.
        var usual = (lines.All(l => l.AtRim) ? lines : lines.Where(l => !l.AtRim))
            .AggregateBy(l => l.Size, 0, (sum, l) => sum + l.Text.Length)
            .OrderByDescending(s => s.Value)
            .FirstOrDefault().Key;
        double[] larger = [.. lines.Select(l => l.Size).Distinct().Where(size => size >= 1.15 * usual).OrderDescending()];
        var passages = new List<DocumentBlock>();
        foreach (var sheet in sheets)
        {
            passages.Add(new PageStart(sheet.Number));
            foreach (var block in sheet.Blocks)
            {
                var kept = block.Where(l => !l.AtRim || !running.Contains(Pattern(l)) && !Number().IsMatch(l.Text)).ToArray();
                passages.AddRange(Paragraphs(kept, sheet.Width).Select(p => DocumentBlock(p, larger)));
            }
        }
        return passages;
    }

    private static DocumentBlock DocumentBlock(List<Line> lines, double[] larger)
    {
        var text = PdfWords.Lines(lines.Select(l => l.Text));
        if (Bullet().IsMatch(text))
            return new ListItem(text);
        return Array.IndexOf(larger, lines[0].Size) is >= 0 and var rank && text.Length <= 200 && text.Any(char.IsLetter)
            ? new Heading(Math.Min(rank + 1, 3), text)
            : new Paragraph(text);
    }

    private static Sheet Read(ReadablePage page)
    {
        var words = _words.GetWords(page.Letters).Where(w => !string.IsNullOrWhiteSpace(w.Text)).ToArray();
        if (words.Length is 0 or > MostWords)
            return new Sheet(
                page.Number,
                page.Width,
                words.Length == 0 ? [] : [[new Line(PdfWords.Words(page.Letters), 0, 0, page.Width, 0, false)]]);
        // A table that stands on its side: columns are found by gaps that run down the page, which it has between its words.
        var isTurned = 2 * page.Letters.Count(l => l.TextOrientation != TextOrientation.Horizontal) > page.Letters.Count;
        if (isTurned)
        {
            var size = Size(page.Letters);
            var texts = _turned.GetBlocks(words).Select(block => PdfWords.Lines(block.TextLines.Select(l => l.Text)));
            return new Sheet(page.Number, page.Width, [.. texts.Select(text => new[] { new Line(text, size, 0, page.Width, 0, false) })]);
        }
        var blocks = UnsupervisedReadingOrderDetector.Instance.Get(_columns.GetBlocks(words));
        return new Sheet(page.Number, page.Width,
        [
            .. blocks.OrderBy(b => b.ReadingOrder).Select(block => block.TextLines.Select(line => new Line(
                line.Text, Size(line.Words.SelectMany(w => w.Letters)),
                line.BoundingBox.Left, line.BoundingBox.Right, line.BoundingBox.Bottom,
                line.BoundingBox.Bottom > (1 - Rim) * page.Height || line.BoundingBox.Top < Rim * page.Height)).ToArray()),
        ]);
    }

    /// <summary>In points, to the half.</summary>
    private static double Size(IEnumerable<Letter> letters) => Math.Round(letters.Average(l => l.PointSize) * 2) / 2;

    private static IEnumerable<List<Line>> Paragraphs(Line[] lines, double pageWidth)
    {
        var paragraph = new List<Line>();
        double[] steps = [.. lines.Zip(lines.Skip(1), (a, b) => a.Bottom - b.Bottom).Where(step => step > 0).Order()];
        var step = steps.Length > 0 ? steps[steps.Length / 2] : 0;
        var width = lines.Length > 0 ? Math.Max(lines.Max(l => l.Right) - lines.Min(l => l.Left), 0.25 * pageWidth) : 0;
        foreach (var line in lines)
        {
            if (paragraph.Count > 0 && Ends(paragraph[^1], line))
            {
                yield return paragraph;
                paragraph = [];
            }
            paragraph.Add(line);
        }
        if (paragraph.Count > 0)
            yield return paragraph;

        bool Ends(Line before, Line line) =>
            before.Size != line.Size
            || before.Bottom - line.Bottom > 1.4 * step
            || before.Right - before.Left < 0.6 * width
            || Item().IsMatch(line.Text);
    }

    private static string Pattern(Line line) => Digits().Replace(line.Text, "#");

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\W*\d{1,4}\W*$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^[•●■▪◦‣❑❖➢✓]\s")]
    private static partial Regex Bullet();

    /// <summary>A bullet, "1." or "(a)".</summary>
    [GeneratedRegex(@"^([•●■▪◦‣❑❖➢✓·–—-]\s|\(?(\d{1,3}|[a-zA-Z]|[ivxlIVXL]{1,5})[.)]\s)")]
    private static partial Regex Item();
}
