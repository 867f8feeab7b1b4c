using System.Collections.Concurrent;
using System.Collections.Immutable;
using Advocacy.Content.Documents;
using Advocacy.Content.Pages;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Documents.Reading;
using Advocacy.Generator.Incremental;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Outputs;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Publishing;
using Advocacy.Theme.Views;

namespace Advocacy.Generator.Rendering;

/// <summary>
/// The third step of a build: renders each text and then the page that shows it, in one go, so that only a few are in memory at a time.
/// What would be the same as in the build before is left alone.
/// </summary>
/// <param name="pages">Null where texts are only checked, and nothing is written.</param>
internal sealed class SiteRenderer(LoadedSite site, PlannedSite planned, TextRenderer texts, PageWriter? pages, Gate gate)
{
    /// <summary>By the address of the page.</summary>
    private readonly ConcurrentDictionary<string, ImmutableArray<string>> _anchors = new(StringComparer.Ordinal);

    /// <summary>The texts that the functions show, too, by the addresses of their pages.</summary>
    private readonly ConcurrentDictionary<string, Body> _givingTexts = new(StringComparer.Ordinal);

    private readonly ConcurrentBag<Warning> _warnings = [];

    /// <param name="output">Null where nothing is written.</param>
    public static SiteRenderer Create(
        BuildOptions options,
        LoadedSite site,
        PlannedSite planned,
        Gate gate,
        IOutput? output,
        IBuildCache cache)
    {
        var texts = new TextRenderer(
            planned.Links, site.Attachments, site.Words, site.Input.Settings.TimeZone, isSearched: output is not null, cache);
        var frame = cache.SameIfEqual("", SiteFrame.Of(planned.Plan, site, SocialCards.FontOf(options)));
        var pages = output is null ? null : new PageWriter(
            planned.Plan,
            site.Theme.Assets,
            frame,
            new SocialCards(options, output),
            new SearchIndexBuilder(planned.Plan, site.SuffixRules, frame, output, cache),
            output,
            cache);
        return new SiteRenderer(site, planned, texts, pages, gate);
    }

    public async Task<RenderedSite> RenderAsync(IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        pages?.WriteThemeFiles(site.Theme);
        var tasks = Tasks();
        var done = 0;
        await Parallel.ForEachAsync(tasks, cancellation, async (task, _) =>
        {
            await task();
            progress?.Report(new BuildProgress(Interlocked.Increment(ref done), tasks.Length));
        });
        return new RenderedSite(_anchors, SiteFiles.Of(planned, gate, site, _givingTexts), pages?.Search)
        {
            Warnings = [.. _warnings.OrderBy(warning => warning.Path, StringComparer.Ordinal).ThenBy(warning => warning.Line)],
        };
    }

    /// <summary>One for each entry, public or not, for each document and for each list.</summary>
    private ImmutableArray<Func<Task>> Tasks()
    {
        var (input, plan) = (planned.Input, planned.Plan);
        var byUrl = plan.Pages.DistinctBy(p => p.Page.Url, StringComparer.Ordinal)
            .ToDictionary(p => p.Page.Url, p => new EditionPage(p.Edition, p.Page), StringComparer.Ordinal);
        var ofEntries = input.Entries.Where(e => gate.Shows(e.Content)).Select(e => e.Content.Url)
            .Concat(input.Transcripts.Select(t => t.Page.Content.Url))
            .ToHashSet(StringComparer.Ordinal);
        var lists = plan.Pages.Where(p => !ofEntries.Contains(p.Page.Url)).Select(p => new EditionPage(p.Edition, p.Page));
        return
        [
            .. input.Entries.Select(
                entry => (Func<Task>)(() => RenderAsync(entry, gate.Shows(entry.Content) ? PageAt(entry.Content.Url) : null))),
            .. input.Transcripts.Select(transcript => (Func<Task>)(() => RenderAsync(transcript, PageAt(transcript.Page.Content.Url)))),
            .. lists.Select(list => (Func<Task>)(() => RenderAsync(list))),
        ];

        EditionPage? PageAt(string url) => pages is null ? null : byUrl.GetValueOrDefault(url);
    }

    /// <param name="page">Null for a text that is not public, or not written.</param>
    private async Task RenderAsync(Entry entry, EditionPage? page)
    {
        var text = texts.TryGetUpToDate(entry);
        if (text is not null && (page is null || pages!.IsUpToDate(page, text)))
        {
            _anchors[entry.Content.Url] = text.Anchors;
            Warn(text);
            if (page is not null)
                pages!.AddToSearch(entry.Content.Url, text.SearchDocuments);
            return;
        }

        (text, var body) = texts.Render(entry);
        Warn(text);
        _anchors[entry.Content.Url] = body.Anchors;
        if (GivingFileBuilder.IsShownByFunctions(entry.Content))
            _givingTexts[entry.Content.Url] = body;
        if (page is null || !entry.Problems.IsEmpty)
            return;
        pages!.AddToSearch(entry.Content.Url, text.SearchDocuments);
        await pages.WriteAsync(page, new PageTexts(body) { Elsewhere = Elsewhere(page.Page) }, text);
    }

    private void Warn(RenderedText text)
    {
        foreach (var warning in text.Warnings)
            _warnings.Add(warning);
    }

    /// <param name="page">Null for a document that is not public, or not written.</param>
    private async Task RenderAsync(DocumentTranscript transcript, EditionPage? page)
    {
        var content = transcript.Page.Content;
        var isOfProgram = transcript.Origin == TextOrigin.Program;
        var body = isOfProgram ? Transcript.Body(transcript.Facts.Text) : texts.Render(transcript);
        _anchors[content.Url] = body?.Anchors ?? [];
        if (body is null || page is not { Page.View: DocumentView view })
            return;
        var text = body.Parts.IsEmpty ? null : new DocumentText(body, content.Language, transcript.Origin);
        // What the staff wrote out is rendered each time, and never the same.
        var source = isOfProgram ? transcript.Facts : (object)body;
        pages!.AddToSearch(view, content, page.Page.Language, text, source);
        if (!pages.IsUpToDate(page, source))
            await pages.WriteAsync(page, PageTexts.None with { Document = text }, source);
    }

    private async Task RenderAsync(EditionPage list)
    {
        if (pages is not null && !pages.IsUpToDate(list, null))
            await pages.WriteAsync(list, PageTexts.None, null);
    }

    /// <summary>The texts of a page for addresses that lead nowhere in the other languages: hosts have one file for all.</summary>
    private ImmutableDictionary<string, Body> Elsewhere(PlannedPage page)
    {
        if (page.View is not NotFoundView view)
            return ImmutableDictionary<string, Body>.Empty;
        var urls = view.Elsewhere.Select(other => other.Page?.Url).ToHashSet();
        return planned.Input.Entries.Where(entry => urls.Contains(entry.Content.Url))
            .ToImmutableDictionary(entry => entry.Content.Url, texts.RenderBelowHeading);
    }
}

/// <param name="Anchors">The places of each text that a link can lead to, by the address of its page.</param>
/// <param name="Search">Null where nothing was written.</param>
internal sealed record RenderedSite(
    IReadOnlyDictionary<string, ImmutableArray<string>> Anchors,
    SiteFiles Files,
    SearchIndexBuilder? Search)
{
    /// <summary>About texts, by place.</summary>
    public ImmutableArray<Warning> Warnings { get; init; } = [];

    public ImmutableArray<string> AnchorsOf(string url) => Anchors.TryGetValue(url, out var anchors) ? anchors : [];
}

internal sealed record EditionPage(Edition Edition, PlannedPage Page);
