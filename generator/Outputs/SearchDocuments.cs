using System.Collections.Immutable;
using System.Globalization;
using Advocacy.Content.Campaigns;
using Advocacy.Content.Documents;
using Advocacy.Content.Pages;
using Advocacy.Content.Petitions;
using Advocacy.Content.PressReleases;
using Advocacy.Content.Settings;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Search;
using Advocacy.Generator.Text;
using Advocacy.Theme.Localization;
using Advocacy.Theme.Views;

namespace Advocacy.Generator.Outputs;

/// <summary>
/// All that an edition shows, as a reader can look for it. What was withdrawn is not to be found: only its old address says why.
/// </summary>
public static class SearchDocuments
{
    // The words of a page are put together in the same buffer as those of the page before.
    [ThreadStatic]
    private static JoinedText? _joined;

    public static ImmutableArray<ContentItem> PagesOf(Edition edition) =>
        [
            .. edition.Pages.Concat(edition.PagesElsewhere)
                .Where(p => p.Layout is not (PageLayout.NotFound or PageLayout.Thanks))
                .Concat<ContentItem>(edition.Petitions)
                .Concat(edition.Releases)
                .Where(c => c.Withdrawn is null),
        ];

    /// <param name="body">Of the page, rendered.</param>
    /// <returns>The page, then its documents, but for those that have pages of their own.</returns>
    public static IEnumerable<SearchDocument> Of(ContentItem page, Body body, TimeZoneInfo zone) => page switch
    {
        PressRelease release =>
        [
            One(
                release,
                body,
                SearchKind.PressRelease,
                Dates.Day(release.Date, zone),
                release.Topics,
                [release.Subheading],
                Words(release, body)),
            .. release.Documents.Where(d => d.Page is null).Select(document => One(document, release, release.Topics, "")),
        ],
        Petition petition =>
        [
            One(
                petition,
                body,
                SearchKind.Petition,
                petition.Filings is [var first, ..] ? first.Date : null,
                petition.Topics,
                [],
                Words(petition)),
            .. petition.Filings.Where(f => f.Document is { Page: null }).Select(f => One(f.Document!, petition, petition.Topics, f.Text)),
        ],
        _ => [One(page, body, SearchKind.Page, null, [], [], [])],
    };

    /// <summary>A document by its page, with a passage for each page of the file.</summary>
    /// <param name="owner">The page that it belongs to.</param>
    /// <param name="language">Of that page.</param>
    /// <param name="says">Null where the document has no text.</param>
    public static SearchDocument Of(DocumentView view, ContentItem owner, string language, DocumentText? says)
    {
        var passages = ImmutableArray.CreateBuilder<Passage>();
        var (anchor, text) = ("", new JoinedText());
        text.Add(view.Filing?.Text);
        foreach (var part in says?.Body.Parts ?? [])
        {
            if (part is PagePart start)
            {
                Flush();
                anchor = string.Create(CultureInfo.InvariantCulture, $"page={start.Number}");
            }
            foreach (var words in Words(part))
                text.Add(words);
        }
        Flush();
        return new SearchDocument(
            view.Document.Page!,
            SearchKind.Document,
            language,
            says?.Language ?? view.Document.Language,
            view.Document.Title,
            view.Owner.Text,
            view.Document.Date,
            [.. TopicsOf(owner)],
            passages.Count > 0 ? passages.ToImmutable() : [new Passage("", "")]);

        void Flush()
        {
            if (text.Take() is { Length: > 0 } words)
                passages.Add(new Passage(anchor, words.Trim()));
        }
    }

    /// <returns>Their slugs.</returns>
    public static IEnumerable<string> TopicsOf(ContentItem page) =>
        (page switch { Petition petition => petition.Topics, PressRelease release => release.Topics, _ => [] }).Select(t => t.Slug);

    /// <summary>What a campaign will say later is not public yet.</summary>
    public static SearchDocument Of(Campaign campaign, DateTimeOffset at) => new(
        campaign.Url, SearchKind.Page, campaign.Language, campaign.Language, campaign.Title, campaign.Description, null, [],
        [new Passage("", Join([campaign.PhaseAt(at)?.Text, .. campaign.Amounts.Select(a => a.Text)]))]);

    private static SearchDocument One(
        ContentItem content,
        Body body,
        SearchKind kind,
        DateOnly? date,
        ImmutableArray<Topic> topics,
        IEnumerable<string?> summary,
        IEnumerable<string?> more)
    {
        var text = Join(body.Parts.SelectMany(Words).Concat(more).Concat(topics.Select(t => t.Title)));
        return new SearchDocument(
            content.Url,
            kind,
            content.Language,
            content.Language,
            content.Title,
            Join(summary.Append(content.Description)),
            date,
            [.. topics.Select(t => t.Slug)], [new Passage("", text.Trim())]);
    }

    private static SearchDocument One(Document document, ContentItem parent, ImmutableArray<Topic> topics, string? text) => new(
        document.File.Url,
        SearchKind.Document,
        parent.Language,
        document.Language,
        document.Title,
        parent.Title,
        document.Date,
        [.. topics.Select(t => t.Slug)], [new Passage("", text ?? "")]);

    private static string Join(IEnumerable<string?> texts)
    {
        var all = _joined ??= new JoinedText();
        foreach (var text in texts)
            all.Add(text);
        return all.Take();
    }

    private static string?[] Words(BodyPart part) => part switch
    {
        HtmlPart html => [html.Text],
        QuotationPart { Quotation: var quotation } => Words(quotation),
        PicturePart { Picture: var picture } => [picture.Alt, picture.Caption],
        _ => [],
    };

    private static string?[] Words(Quotation quotation) => [quotation.Words, quotation.Speaker, quotation.Role, quotation.Organization];

    /// <summary>What a release says beside its text.</summary>
    private static IEnumerable<string?> Words(PressRelease release, Body body) =>
        release.Quotations.Where(q => !body.Places(q)).SelectMany(Words)
            .Concat(release.Corrections.Concat(release.Updates).Select(note => note.Text))
            .Append(release.Dateline);

    private static IEnumerable<string?> Words(Petition petition) =>
    [
        .. petition.Asks, .. petition.Petitioners, petition.FiledWith, petition.OnBehalfOf, .. petition.Counsel,
        .. petition.Statuses.Select(s => s.Text), .. petition.Filings.SelectMany(
            f => (string?[])[f.Title, f.From, f.To, f.Text]), petition.Cite,
    ];
}
