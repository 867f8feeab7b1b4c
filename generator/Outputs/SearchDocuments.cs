using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Advocacy.Content.Campaigns;
using Advocacy.Content.Documents;
using Advocacy.Content.Pages;
using Advocacy.Content.Petitions;
using Advocacy.Content.PressReleases;
using Advocacy.Content.Settings;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Search;
using Advocacy.Theme.Localization;
using Advocacy.Theme.Views;

namespace Advocacy.Generator.Outputs;

/// <summary>
/// All that a edition shows, as a reader can look for it. What was withdrawn is not to be found: only its old address says why.
/// </summary>
public static class SearchDocuments
{
    // What a page says is put together in the same place as the page before.
    [ThreadStatic]
    private static StringBuilder? _text;

    public static ImmutableArray<ContentItem> PagesOf(Edition edition) =>
        [
            .. edition.Pages.Concat(edition.PagesElsewhere)
                .Where(p => p.Layout is not (PageLayout.NotFound or PageLayout.Thanks))
                .Concat<ContentItem>(edition.Petitions)
                .Concat(edition.Releases)
                .Where(c => c.Withdrawn is null),
        ];

    /// <returns>The page, then its documents, but for those that have pages of their own.</returns>
    public static IEnumerable<SearchDocument> Of(ContentItem page, TimeZoneInfo zone) => page switch
    {
        PressRelease release =>
        [
            One(release, SearchKind.PressRelease, Dates.Day(release.Date, zone), release.Topics, [release.Subheading], Words(release)),
            .. release.Documents.Where(d => d.Page is null).Select(document => One(document, release, release.Topics, "")),
        ],
        Petition petition =>
        [
            One(
                petition,
                SearchKind.Petition,
                petition.Filings is [var first, ..] ? first.Date : null,
                petition.Topics,
                [],
                Words(petition)),
            .. petition.Filings.Where(f => f.Document is { Page: null }).Select(f => One(f.Document!, petition, petition.Topics, f.Text)),
        ],
        _ => [One(page, SearchKind.Page, null, [], [], [])],
    };

    /// <summary>A document by its page, with a passage for each page of the file.</summary>
    /// <param name="owner">The page that it belongs to.</param>
    /// <param name="language">Of that page.</param>
    public static SearchDocument Of(DocumentView view, ContentItem owner, string language)
    {
        var passages = ImmutableArray.CreateBuilder<Passage>();
        var (anchor, text) = ("", new StringBuilder(view.Filing?.Text));
        foreach (var part in view.Document.Text?.Body.Parts ?? [])
        {
            if (part is PagePart start)
            {
                Flush();
                anchor = string.Create(CultureInfo.InvariantCulture, $"page={start.Number}");
            }
            Append(text, part);
        }
        Flush();
        return new SearchDocument(
            view.Document.Page!,
            SearchKind.Document,
            language,
            view.Document.Text?.Language ?? view.Document.Language,
            view.Document.Title,
            view.Owner.Text,
            view.Document.Date,
            [.. TopicsOf(owner)],
            passages.Count > 0 ? passages.ToImmutable() : [new Passage("", "")]);

        void Flush()
        {
            if (text.Length > 0)
                passages.Add(new Passage(anchor, text.ToString().Trim()));
            text.Clear();
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
        SearchKind kind,
        DateOnly? date,
        ImmutableArray<Topic> topics,
        IEnumerable<string?> summary,
        IEnumerable<string?> more)
    {
        var text = (_text ??= new StringBuilder(16 * 1024)).Clear();
        foreach (var part in content.Body.Parts)
            Append(text, part);
        foreach (var words in more.Concat(topics.Select(t => t.Title)))
            Append(text, words);
        return new SearchDocument(
            content.Url,
            kind,
            content.Language,
            content.Language,
            content.Title,
            Join(summary.Append(content.Description)),
            date,
            [.. topics.Select(t => t.Slug)], [new Passage("", text.ToString().Trim())]);
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

    private static void Append(StringBuilder text, BodyPart part)
    {
        switch (part)
        {
            case HtmlPart html:
                HtmlText.Append(text, html.Html);
                break;
            case QuotationPart { Quotation: var quotation }:
                foreach (var words in Words(quotation))
                    Append(text, words);
                break;
            case PicturePart { Picture: var picture }:
                Append(text, picture.Alt);
                Append(text, picture.Caption);
                break;
        }
    }

    private static void Append(StringBuilder text, string? words)
    {
        if (words is null)
            return;
        HtmlText.Separate(text);
        text.Append(words);
    }

    private static string Join(IEnumerable<string?> texts)
    {
        var all = new StringBuilder();
        foreach (var text in texts)
            Append(all, text);
        return all.ToString();
    }

    private static string?[] Words(Quotation quotation) => [quotation.Words, quotation.Speaker, quotation.Role, quotation.Organization];

    /// <summary>What a release says beside its text.</summary>
    private static IEnumerable<string?> Words(PressRelease release) =>
        release.Quotations.Where(q => !q.Placed).SelectMany(Words)
            .Concat(release.Corrections.Concat(release.Updates).Select(note => note.Text))
            .Append(release.Dateline);

    private static IEnumerable<string?> Words(Petition petition) =>
    [
        .. petition.Asks, .. petition.Petitioners, petition.FiledWith, petition.OnBehalfOf, .. petition.Counsel,
        .. petition.Statuses.Select(s => s.Text), .. petition.Filings.SelectMany(
            f => (string?[])[f.Title, f.From, f.To, f.Text]), petition.Cite,
    ];
}
