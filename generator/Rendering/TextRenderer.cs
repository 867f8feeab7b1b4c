using System.Collections.Immutable;
using Advocacy.Content.Pages;
using Advocacy.Content.PressReleases;
using Advocacy.Generator.Incremental;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Markdown;
using Advocacy.Generator.Outputs;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Search;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Rendering;

/// <summary>
/// Renders the Markdown of entries, or takes what the build before rendered where nothing that it depends on has changed.
/// </summary>
/// <param name="zone">In which the days of releases are meant.</param>
/// <param name="isSearched">Whether the search finds the texts; false where nothing is written.</param>
internal sealed class TextRenderer(
    Links links,
    Attachments attachments,
    WordLists words,
    TimeZoneInfo zone,
    bool isSearched,
    IBuildCache cache)
{
    private static readonly ImmutableDictionary<string, Quotation> _noQuotations = ImmutableDictionary<string, Quotation>.Empty;

    /// <returns>Null where the text has to be rendered.</returns>
    public RenderedText? TryGetUpToDate(Entry entry) =>
        // The functions need the text itself, which is not kept.
        !GivingFileBuilder.IsShownByFunctions(entry.Content)
        && cache.TryGet<RenderedText>(entry.File, out var text)
        && ReferenceEquals(text.Source.Content, entry.Content)
        && text.Source.Utf8.Equals(entry.Utf8)
        && text.Dependencies.IsUpToDate(new LinkSource(links, attachments, entry)) ? text : null;

    /// <returns>What is kept of the text, and the text itself.</returns>
    public (RenderedText Text, Body Body) Render(Entry entry)
    {
        var dependencies = cache.NewRecorder<LinkSource>();
        var renderer = new BodyRenderer(
            words,
            (from, link, line) => dependencies.Get(
                new LinkSource(links, attachments, from), source => source.Links.Resolve(source.Entry, link, line)),
            (file, _, line) => dependencies.Get(
                new LinkSource(links, attachments, entry), source => source.Attachments.Picture(file, source.Entry.Problems, line)));
        var body = renderer.Render(entry, QuotationsOf(entry.Content));
        ImmutableArray<SearchDocument> found = isSearched || cache.IsIncremental ? [.. SearchDocuments.Of(entry.Content, body, zone)] : [];
        var text = new RenderedText(entry, body.Anchors, found, dependencies) { Warnings = renderer.Warnings };
        if (entry.Problems.IsEmpty)
            cache.Keep(entry.File, text);
        else
            cache.Remove<RenderedText>(entry.File);
        return (text, body);
    }

    /// <returns>Null where there is something wrong with what the staff wrote out.</returns>
    public Body? Render(DocumentTranscript transcript)
    {
        if (transcript.Read() is not { } entry)
            return null;
        var body = RenderBelowHeading(entry);
        return entry.Problems.IsEmpty ? body : null;
    }

    /// <summary>A text that stands below a heading of another text.</summary>
    public Body RenderBelowHeading(Entry entry) =>
        new BodyRenderer(words, links.Resolve, attachments.Picture)
            .Render(entry, _noQuotations, deeper: 1);

    /// <returns>By their Ids.</returns>
    private static IReadOnlyDictionary<string, Quotation> QuotationsOf(ContentItem content) => content is PressRelease release
        ? release.Quotations.GroupBy(q => q.Id).ToDictionary(g => g.Key, g => g.First())
        : _noQuotations;
}

/// <summary>What is known of a rendered text, without its HTML.</summary>
/// <param name="Anchors">The places that a link can lead to.</param>
/// <param name="SearchDocuments">What a search finds of it, once it is public.</param>
internal sealed record RenderedText(
    Entry Source,
    ImmutableArray<string> Anchors,
    ImmutableArray<SearchDocument> SearchDocuments,
    DependencyRecorder<LinkSource> Dependencies)
{
    public ImmutableArray<Warning> Warnings { get; init; } = [];
}

/// <summary>Where the addresses come from that a text is rendered with.</summary>
internal readonly record struct LinkSource(Links Links, Attachments Attachments, Entry Entry);
