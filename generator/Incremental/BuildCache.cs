using System.Collections.Concurrent;
using System.Collections.Immutable;
using Advocacy.Content;
using Advocacy.Content.Giving;
using Advocacy.Content.Pages;
using Advocacy.Content.Settings;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Outputs;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Search;
using Advocacy.Theme.Localization;
using Advocacy.Theme.Views;

namespace Advocacy.Generator.Incremental;

/// <summary>What a build leaves to the next one in a preview, so that only what changes is made again.</summary>
internal sealed class BuildCache
{
    public FileInspectionCache FileInspectionCache { get; } = new();
    public EntryCache Entries { get; } = new();
    public DocumentArchives DocumentArchives { get; } = new();
    /// <summary>By the file of each.</summary>
    public ConcurrentDictionary<string, RenderedBody> Texts { get; } = new(StringComparer.Ordinal);
    /// <summary>What is found of each document, by the address of its page.</summary>
    public ConcurrentDictionary<string, (DocumentView View, string Language, SearchDocument Found)> Documents { get; } = new(StringComparer.Ordinal);
    /// <summary>By the address of each, as they are in the output.</summary>
    public ConcurrentDictionary<string, RenderedPage> Pages { get; } = new(StringComparer.Ordinal);

    /// <summary>By the root of the edition.</summary>
    public Dictionary<string, SearchIndex> Searches { get; } = new(StringComparer.Ordinal);

    /// <summary>By the root of the edition.</summary>
    public Dictionary<string, PlanCache> Plans { get; } = new(StringComparer.Ordinal);

    private Frame? _frame;
    private WordLists? _words;

    /// <returns>The lists of the build before where they say the same.</returns>
    public WordLists WordsOf(WordLists now)
    {
        var isSame = _words is { } before && before.All.Length == now.All.Length
            && before.All.Zip(now.All).All(lists => lists.First.In.Tag == lists.Second.In.Tag && lists.First.Texts.OrderBy(t => t.Key, StringComparer.Ordinal).SequenceEqual(lists.Second.Texts.OrderBy(t => t.Key, StringComparer.Ordinal)));
        return isSame ? _words! : _words = now;
    }

    /// <summary>Where the frame is another, all pages are to be drawn again.</summary>
    public void Frame(Frame frame)
    {
        if (_frame != frame)
        {
            Pages.Clear();
            Searches.Clear();
        }
        _frame = frame;
    }
}

/// <summary>A text that has no problems of its own.</summary>
/// <param name="Found">What a search finds of it, once it is public.</param>
internal sealed record RenderedBody(Entry Source, ImmutableArray<string> Places, ImmutableArray<SearchDocument> Found, DependencyRecorder<(Links, Attachments, Entry)> Asked);

/// <param name="Text">Null for a list.</param>
internal sealed record RenderedPage(PlannedPage Page, EquatableArray<Alternate> Alternates, RenderedBody? Text, string? SocialImage);

/// <summary>What every page shows of the site. Two sheets with equal frames and equal plans, texts and translations come out the same.</summary>
/// <param name="Campaigns">What they say, with the phase that each is in.</param>
/// <param name="Font">Size and time of the file that pictures are drawn with.</param>
internal sealed record Frame(EquatableArray<SiteSettings> Editions, WordLists Words, string SuffixRules, string Campaigns, bool Rehearsal, string Assets, (long Size, DateTime Changed) Font)
{
    public static Frame Of(SitePlan plan, Assets assets, ImmutableDictionary<string, SuffixRules> endings, FileInfo font)
    {
        var site = plan.Editions[0];
        var taken = string.Concat(plan.Editions.SelectMany(edition => endings[edition.Language].All));
        var campaigns = string.Concat(plan.Editions.SelectMany(edition => edition.Campaigns).Select(c => $"{c.PhaseAt(site.At)?.Kind}\0{GivingFile.Write(c)}\0"));
        var files = string.Join(' ', [assets.StyleSheet, .. assets.Fonts, .. assets.Scripts.Values, assets.Icon, assets.AppleIcon, assets.Manifest]);
        return new Frame([.. plan.Editions.Select(edition => edition.Settings)], site.Words, taken, campaigns, site.Rehearsal, files, font.Exists ? (font.Length, font.LastWriteTimeUtc) : default);
    }
}
