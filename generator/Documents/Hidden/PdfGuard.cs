using Advocacy.Content;
using Advocacy.Generator.Documents.Painting;
using UglyToad.PdfPig;

namespace Advocacy.Generator.Documents.Hidden;

/// <summary>Looks for what a PDF holds and does not show. Nothing that it says repeats what it found.</summary>
internal sealed class PdfGuard(PdfDocument pdf, PdfObjects objects)
{
    private readonly SortedDictionary<Concealment, List<int>> _pages = [];
    private readonly Layers _layers = new(objects);
    private readonly ShownText _shown = new();
    private readonly Annotations _annotations = new(objects);
    private readonly PhotographData _photographs = new();
    private readonly ActiveContent _active = new(objects);

    /// <returns>How each of the page's letters is hidden.</returns>
    public Concealment[] Examine(PaintedPage page)
    {
        var concealed = HiddenLetters.Of(page, _layers);
        foreach (var concealment in concealed.Distinct().Where(c => c != Concealment.None))
        {
            if (!_pages.TryGetValue(concealment, out var pages))
                _pages[concealment] = pages = [];
            pages.Add(page.Number);
        }
        _shown.Add(page, concealed);
        _annotations.Look(page);
        _active.Look(page.Dictionary);
        _photographs.Look(page);
        return concealed;
    }

    /// <param name="file">All of it.</param>
    /// <param name="title">As the properties say; null where they say none.</param>
    public EquatableArray<HiddenContent> Findings(byte[] file, string? title) =>
    [
        .. _pages.Select(p => HiddenText.Describe(p.Key, p.Value)),
        .. _annotations.Find(),
        .. EarlierRevisions.Find(file, _shown),
        .. _active.Find(file),
        .. new Properties(pdf, objects).Find(),
        .. new Titles(objects).Find(title, _shown),
        .. _photographs.Find(),
    ];
}
