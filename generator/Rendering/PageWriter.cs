using System.Collections.Frozen;
using System.Collections.Immutable;
using Advocacy.Content;
using Advocacy.Content.Documents;
using Advocacy.Content.Pages;
using Advocacy.Content.Settings;
using Advocacy.Generator.Incremental;
using Advocacy.Generator.Loading.Theme;
using Advocacy.Generator.Outputs;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Publishing;
using Advocacy.Generator.Search;
using Advocacy.Theme.Rendering;
using Advocacy.Theme.Views;

namespace Advocacy.Generator.Rendering;

/// <summary>Writes pages to the output and adds them to the search, or leaves them where they are as in the build before.</summary>
internal sealed class PageWriter(
    SitePlan plan, Assets assets, SiteFrame frame, SocialCards cards, SearchIndexBuilder search, IOutput output, IBuildCache cache)
{
    private readonly FrozenDictionary<string, PageModelFactory> _models = plan.Editions.ToFrozenDictionary(
        edition => edition.Settings.Root, edition => new PageModelFactory(edition, assets), StringComparer.Ordinal);

    public SearchIndexBuilder Search => search;

    public void WriteThemeFiles(ThemeFiles theme)
    {
        foreach (var (url, bytes) in theme.Files.DistinctBy(f => f.Url))
            output.Write(url[1..], bytes);
    }

    /// <param name="page">The address of the page that shows them.</param>
    public void AddToSearch(string page, ImmutableArray<SearchDocument> documents) => search.Add(page, documents);

    /// <summary>The object of the build before where the document is the same, so that the index need not read it again.</summary>
    /// <param name="owner">The page that the document belongs to.</param>
    /// <param name="language">Of the document's own page.</param>
    /// <param name="source">What the text was made of; another object where it may have changed.</param>
    public void AddToSearch(DocumentView view, ContentItem owner, string language, DocumentText? text, object source)
    {
        var url = view.Document.Page!;
        if (!cache.TryGet<SearchedDocument>(url, out var document)
            || document.View != view
            || !document.Source.Equals(source)
            || document.Language != language
            || !document.Found.Topics.SequenceEqual(SearchDocuments.TopicsOf(owner)))
        {
            document = new SearchedDocument(view, source, language, SearchDocuments.Of(view, owner, language, text));
            cache.Keep(url, document);
        }
        search.Add(view.Owner.Url, [document.Found]);
    }

    /// <param name="source">What its texts are made of; another where they may have changed. Null where it has none.</param>
    public bool IsUpToDate(EditionPage planned, object? source)
    {
        var (edition, page) = planned;
        return cache.TryGet<WrittenPage>(page.Url, out var written)
            && ReferenceEquals(written.Frame, frame)
            && written.Page == page
            && written.Alternates.Equals(plan.AlternatesOf(edition, page))
            && Equals(written.Source, source)
            // A release that was under embargo says what has changed since.
            && page.View is not PressReleaseView { Release.Embargo: true }
            // It says what other pages say, in their languages.
            && !page.IsNotFound
            && output.Keep(page.File)
            && (written.SocialImage is null || output.Keep(written.SocialImage[1..]));
    }

    /// <param name="source">As <see cref="IsUpToDate"/> compares it.</param>
    public async Task WriteAsync(EditionPage planned, PageTexts texts, object? source)
    {
        var (edition, page) = planned;
        var image = cards.Of(edition, page);
        var alternates = plan.AlternatesOf(edition, page);
        var model = await _models[edition.Settings.Root].CreateAsync(page, texts, alternates, image);
        await using var writer = Utf8Writer.Take();
        await PageRenderer.RenderAsync(model, writer);
        output.Write(page.File, writer.Written);
        cache.Keep(page.Url, new WrittenPage(frame, page, alternates, source, image));
    }

    /// <summary>By the address of the page.</summary>
    private sealed record WrittenPage(
        SiteFrame Frame, PlannedPage Page, EquatableArray<Alternate> Alternates, object? Source, string? SocialImage);

    /// <summary>By the address of the document's page.</summary>
    private sealed record SearchedDocument(DocumentView View, object Source, string Language, SearchDocument Found);
}
