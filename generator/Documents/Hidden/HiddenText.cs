namespace Advocacy.Generator.Documents.Hidden;

/// <summary>What is said of letters that nobody sees.</summary>
internal static class HiddenText
{
    private const int MostListed = 8;
    private const string Delete =
        "delete the words in the program it was made with and export it again, or use a redaction command that removes them";

    public static HiddenContent Describe(Concealment concealment, IReadOnlyList<int> pages) =>
        new(concealment != Concealment.CutOff, Place(pages), What(concealment), Fix(concealment));

    public static string Place(IReadOnlyList<int> pages) => pages.Count == 1
        ? $"page {pages[0]}"
        : $"pages {string.Join(", ", pages.Take(MostListed))}{(pages.Count > MostListed ? $" and {pages.Count - MostListed} more" : "")}";

    private static string What(Concealment concealment) => concealment switch
    {
        Concealment.Covered => "has words under a bar, shape or picture, which anybody can copy out of the file",
        Concealment.CoveredByAnnotation => "has words under a mark, stamp or field, which anybody can take away",
        Concealment.SameColor => "has words in the color of what lies under them",
        Concealment.Invisible => "has words that are there but not painted",
        Concealment.LayerOff => "has words in a layer that is switched off",
        Concealment.OutsidePage => "has words outside the part of the page that is shown",
        Concealment.Clipped => "has words in a part of the page that is cut from view",
        Concealment.CutOff => "has lines that are cut off at the edge of a cell or frame, and go on in the file",
        _ => throw new ArgumentOutOfRangeException(nameof(concealment), concealment, "A letter that is seen is no finding."),
    };

    private static string Fix(Concealment concealment) => concealment switch
    {
        Concealment.LayerOff => "delete the layer in the program it was made with, and export it again",
        Concealment.OutsidePage => "delete the words in the program it was made with; cropping a page only hides them",
        Concealment.CutOff => "make the cell or frame larger, or the text shorter, and export it again",
        _ => Delete,
    };
}
