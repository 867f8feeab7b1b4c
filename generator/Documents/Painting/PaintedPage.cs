using UglyToad.PdfPig.Tokens;

namespace Advocacy.Generator.Documents.Painting;

/// <summary>Everything that a page paints, in its order.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Width">Points, as a reader sees the page.</param>
/// <param name="Height">Points, as a reader sees the page.</param>
/// <param name="HidesField">Whether a field of a form holds words that the page does not show.</param>
/// <param name="Paper">All of it, of which a viewer may show a part.</param>
internal sealed record PaintedPage(
    int Number,
    double Width,
    double Height,
    Region Paper,
    IReadOnlyList<PaintedLetter> Letters,
    IReadOnlyList<PaintedShape> Shapes,
    DictionaryToken Dictionary,
    bool HidesField);
