using Advocacy.Content.Petitions;
using Advocacy.Content.Settings;
using Advocacy.Theme.Localization;
using Advocacy.Theme.Views;

namespace Advocacy.Generator.Planning;

/// <summary>Each document that lies beside a page has a page of its own below it.</summary>
internal static class DocumentPages
{
    /// <returns>The page, then those of its documents.</returns>
    public static IEnumerable<PlannedPage> With(PlannedPage owner, Words words) =>
    [
        owner,
        .. Of(owner).DistinctBy(view => view.Document.Page, StringComparer.Ordinal).Select(view => new PlannedPage(
            view.Document.Page!, view, view.Document.Title, words.DocumentDescription(
                view.Document.Title,
                words.In.Date(view.Document.Date),
                owner.Title),
            owner.Language, [.. owner.Trail, new Link(view.Document.Title, view.Document.Page!) { Language = owner.Language }])),
    ];

    /// <summary>Whether two filings are of one document.</summary>
    private static bool IsSame(Filing one, Filing other) => one.Document?.Page is { } page && page == other.Document?.Page;

    private static IEnumerable<DocumentView> Of(PlannedPage owner)
    {
        var link = new Link(owner.Title, owner.Url);
        return owner.View switch
        {
            PetitionView { Petition: { Withdrawn: null, Filings: var filings } } => filings.Select((filing, i) => (filing, i))
                .Where(f => f.filing.Document?.Page is not null)
                .Select(f => new DocumentView(f.filing.Document!, link, f.filing, f.i + 1, filings.Length,
                    filings.Take(f.i)
                        .LastOrDefault(other => !IsSame(other, f.filing)), filings.Skip(f.i + 1)
                        .FirstOrDefault(other => !IsSame(other, f.filing)))),
            PressReleaseView { Release: { Withdrawn: null, Documents: var documents } } =>
                documents.Where(d => d.Page is not null).Select(d => new DocumentView(d, link)),
            _ => [],
        };
    }
}
