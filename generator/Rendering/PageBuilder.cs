using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Advocacy.Content.Documents;
using Advocacy.Content.Pages;
using Advocacy.Content.Petitions;
using Advocacy.Content.PressReleases;
using Advocacy.Content.Settings;
using Advocacy.Generator.Images;
using Advocacy.Generator.Incremental;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Markdown;
using Advocacy.Generator.Outputs;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Publishing;
using Advocacy.Generator.Search;
using Advocacy.Theme.Localization;
using Advocacy.Theme.Rendering;
using Advocacy.Theme.Views;

namespace Advocacy.Generator.Rendering;

/// <summary>Writes each text and draws its page in one go, so that no more than a few are in memory, and leaves alone what would come out the same.</summary>
/// <param name="output">Null where texts are only looked through.</param>
/// <param name="memory">Null where there is no build before or after this one.</param>
/// <param name="notFound">The page for addresses that lead nowhere, in each language that has it.</param>
internal sealed class PageBuilder(SitePlan plan, ImmutableArray<Entry> notFound, Links links, Attachments attachments, Assets assets, SocialCards? pictures, SearchIndexBuilder? search, IOutput? output, BuildCache? memory)
{
    private readonly FrozenDictionary<string, PageModelFactory> _sheets = plan.Editions.ToFrozenDictionary(edition => edition.Settings.Root, edition => new PageModelFactory(edition, assets), StringComparer.Ordinal);

    /// <summary>The places of each text written in this build, by its page's address.</summary>
    private readonly ConcurrentDictionary<string, ImmutableArray<string>> _places = new(StringComparer.Ordinal);

    /// <summary>The texts that the functions show, too, by their pages' addresses.</summary>
    public ConcurrentDictionary<string, Body> Giving { get; } = new(StringComparer.Ordinal);

    private WordLists Words => plan.Editions[0].Words;

    /// <summary>The places of a text that a link can lead to, by its page's address, once all are written.</summary>
    public ImmutableArray<string> PlacesOf(string url) =>
        _places.TryGetValue(url, out var places) ? places
        : links.At(url) is { } entry && memory is not null && memory.Texts.TryGetValue(entry.File, out var text) ? text.Places : [];

    /// <param name="entry">Null for a list, which has no text of its own.</param>
    /// <param name="page">Null for a text that is not public.</param>
    public async Task MakeAsync(Entry? entry, (Edition Edition, PlannedPage Page)? page)
    {
        if (output is null)
            page = null;
        var text = entry is null ? null : Kept(entry);
        if (entry is null && page is { } list)
        {
            if (!IsKept(list, null))
                await DrawAsync(list, list.Page.View, null);
        }
        else if (entry is not null && (text is null || page is { } same && !IsKept(same, text)))
        {
            var (content, found) = Write(entry, out text);
            if (page is { } own && entry.Problems.IsEmpty)
            {
                search?.Add(entry.Content.Url, found);
                await DrawAsync(own, WithText(own.Edition, own.Page.View, content), text);
            }
        }
        else if (text is not null && page is not null)
        {
            search?.Add(text.Source.Content.Url, text.Found);
        }
    }

    /// <param name="page">Null for a document that is not public.</param>
    public async Task MakeAsync(DocumentTranscript text, (Edition Edition, PlannedPage Page)? page)
    {
        var body = text.Origin == TextOrigin.Program ? text.Page.Content.Body : text.Write(new BodyRenderer(Words, links.Resolve, attachments.Picture));
        _places[text.Page.Content.Url] = body?.Anchors ?? [];
        if (output is null || body is null || page is not { Page.View: DocumentView view } own)
            return;
        if (text.Origin != TextOrigin.Program)
            view = view with { Document = view.Document with { Text = new DocumentText(body, text.Page.Content.Language, text.Origin) } };
        search?.Add(view.Owner.Url, [Found(view, text.Page.Content, own.Page.Language)]);
        if (text.Origin != TextOrigin.Program || !IsKept(own, null))
            await DrawAsync(own, view, null);
    }

    /// <returns>The same as before where the document is the same, so that the index need not read it again.</returns>
    private SearchDocument Found(DocumentView view, ContentItem owner, string language)
    {
        if (memory is not null && memory.Documents.TryGetValue(view.Document.Page!, out var before) && before.View == view && before.Language == language
            && before.Found.Topics.SequenceEqual(SearchDocuments.TopicsOf(owner)))
        {
            return before.Found;
        }
        var found = SearchDocuments.Of(view, owner, language);
        if (memory is not null)
            memory.Documents[view.Document.Page!] = (view, language, found);
        return found;
    }

    private RenderedBody? Kept(Entry entry) =>
        memory is not null && !IsOfGiving(entry) && memory.Texts.TryGetValue(entry.File, out var text)
        && ReferenceEquals(text.Source.Content, entry.Content) && text.Source.Utf8.Equals(entry.Utf8) && text.Asked.HasSameAnswers((links, attachments, entry))
            ? text : null;

    private static bool IsOfGiving(Entry entry) => entry.Content is Page page && GivingFileBuilder.IsOfGiving(page);

    private bool IsKept((Edition Edition, PlannedPage Page) planned, RenderedBody? text)
    {
        var (edition, page) = planned;
        return memory is not null && memory.Pages.TryGetValue(page.Url, out var drawn)
            && drawn.Page == page && drawn.Alternates.Equals(plan.AlternatesOf(edition, page)) && ReferenceEquals(drawn.Text, text)
            // A release that was under embargo says what became of it by now.
            && page.View is not PressReleaseView { Release.Embargo: true }
            // It says what other pages say, in their languages.
            && page.View is not PageView { Page.Layout: PageLayout.NotFound }
            && output!.Keep(page.File) && (drawn.SocialImage is null || output.Keep(drawn.SocialImage[1..]));
    }

    private (ContentItem Content, ImmutableArray<SearchDocument> Found) Write(Entry entry, out RenderedBody? text)
    {
        var asked = memory is null ? null : new DependencyRecorder<(Links Links, Attachments Attachments, Entry Entry)>();
        var writer = asked is null
            ? new BodyRenderer(Words, links.Resolve, attachments.Picture)
            : new BodyRenderer(
                Words,
                (from, link, line) => asked.Ask((links, attachments, from), whom => whom.Links.Resolve(whom.Entry, link, line)),
                (file, _, line) => asked.Ask((links, attachments, entry), whom => whom.Attachments.Picture(file, whom.Entry.Problems, line)));
        var quotations = entry.Content is PressRelease release
            ? release.Quotations.GroupBy(q => q.Id).ToDictionary(g => g.Key, g => g.First())
            : [];
        var placed = new HashSet<string>(StringComparer.Ordinal);
        var body = writer.Write(entry, quotations, placed);
        var content = entry.Content is PressRelease written
            ? written with { Body = body, Quotations = [.. written.Quotations.Select(q => q with { Placed = placed.Contains(q.Id) })] }
            : entry.Content with { Body = body };
        ImmutableArray<SearchDocument> found = search is null && memory is null ? [] : [.. SearchDocuments.Of(content, plan.Editions[0].Settings.TimeZone)];
        _places[entry.Content.Url] = body.Anchors;
        if (IsOfGiving(entry))
            Giving[entry.Content.Url] = body;
        text = asked is not null && entry.Problems.IsEmpty ? new RenderedBody(entry, body.Anchors, found, asked) : null;
        if (text is not null)
            memory!.Texts[entry.File] = text;
        else
            memory?.Texts.TryRemove(entry.File, out _);
        return (content, found);
    }

    private View WithText(Edition edition, View view, ContentItem content) => view switch
    {
        HomeView home => home with { Page = home.Page with { Body = content.Body } },
        DonateView donate => donate with { Page = donate.Page with { Body = content.Body } },
        ThanksView thanks => thanks with { Page = thanks.Page with { Body = content.Body } },
        ManageView manage => manage with { Page = manage.Page with { Body = content.Body } },
        PageView { Page: { Layout: PageLayout.NotFound, Withdrawn: null } page } lost => new NotFoundView(page with { Body = content.Body }, Elsewhere(edition), lost.Latest),
        PageView plain => plain with { Page = plain.Page with { Body = content.Body } },
        PetitionView petition => petition with { Petition = petition.Petition with { Body = content.Body } },
        PressReleaseView release => release with { Release = release.Release with { Body = content.Body, Quotations = ((PressRelease)content).Quotations } },
        _ => view,
    };

    private ImmutableArray<NotFoundElsewhere> Elsewhere(Edition here) =>
    [
        .. plan.Editions.Where(edition => edition.Language != here.Language).Select(edition => new NotFoundElsewhere(
            Words.For(edition.Language), edition.Settings, edition.Pages.FirstOrDefault(p => p is { Layout: PageLayout.NotFound, Withdrawn: null }) is { } page
                ? page with { Body = Below(notFound.First(entry => entry.Content.Url == page.Url)) }
                : null)),
    ];

    /// <summary>A text that stands below a heading of another.</summary>
    private Body Below(Entry entry) => new BodyRenderer(Words, links.Resolve, attachments.Picture)
        .Write(entry, ImmutableDictionary<string, Quotation>.Empty, new HashSet<string>(StringComparer.Ordinal), deeper: 1);

    /// <param name="view">What is planned, with its text.</param>
    private async Task DrawAsync((Edition Edition, PlannedPage Page) planned, View view, RenderedBody? text)
    {
        var (edition, page) = planned;
        var image = pictures?.Of(edition, page);
        var alternates = plan.AlternatesOf(edition, page);
        await using var writer = Utf8Writer.Take();
        await PageRenderer.RenderAsync(await _sheets[edition.Settings.Root].MakeAsync(page with { View = view }, alternates, image), writer);
        output!.Write(page.File, writer.Written);
        if (memory is not null)
            memory.Pages[page.Url] = new RenderedPage(page, alternates, text, image);
    }
}
