using Advocacy.Generator.Documents.Hidden;
using Advocacy.Generator.Documents.Painting;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace Advocacy.Generator.Documents.Reading;

/// <summary>What of a page may be published as text: the letters that a reader of the page sees, or that stand for its scan.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Width">Points.</param>
/// <param name="Height">Points.</param>
/// <param name="Letters">In the order of painting.</param>
/// <param name="SpoiledMarks">The numbers of the marks of which a letter is hidden: no text may stand for them.</param>
/// <param name="IsPictured">Whether pictures cover more than half of it.</param>
internal sealed record ReadablePage(
    int Number,
    double Width,
    double Height,
    IReadOnlyList<Letter> Letters,
    IReadOnlyList<PaintedLetter> Painted,
    bool IsPictured,
    DictionaryToken Dictionary,
    IReadOnlySet<int> SpoiledMarks)
{
    public static ReadablePage Of(PaintedPage page, Concealment[] concealed)
    {
        // Where a text stands for letters of which one is hidden, it may say what was hidden.
        var spoiled = new HashSet<MarkedSpan>(ReferenceEqualityComparer.Instance);
        var marks = new HashSet<int>();
        for (var i = 0; i < concealed.Length; i++)
        {
            if (concealed[i] == Concealment.None)
                continue;
            if (MarkedSpan.ReplacedOf(page.Letters[i].Span) is { } span)
                spoiled.Add(span);
            if (MarkedSpan.IdOf(page.Letters[i].Span) is { } mark)
                marks.Add(mark);
        }
        PaintedLetter[] readable =
        [
            .. page.Letters.Where((letter, i) => concealed[i] == Concealment.None && !letter.IsAnnotation
                && (MarkedSpan.ReplacedOf(letter.Span) is not { } span || !spoiled.Contains(span))),
        ];
        var pictures = page.Shapes.Where(s => s.Picture is not null && !s.IsAnnotation).Sum(s => s.Region.Area);
        return new(page.Number, page.Width, page.Height, [.. readable.Select(l => l.Letter)], readable,
            pictures > 0.5 * page.Width * page.Height, page.Dictionary, marks);
    }
}
