using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Advocacy.Content.Campaigns;
using Advocacy.Content.Settings;
using Advocacy.Generator.Incremental;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Loading.FrontMatter;
using Advocacy.Generator.Loading.Settings;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Loading;

/// <summary>Reads every file of content below <c>input/</c>, on many threads.</summary>
public sealed class ContentLoader
{
    private readonly SettingsFiles _settings;
    private readonly WordLists _words;
    private readonly Dictionary<string, EditionContext> _contexts;
    private readonly SourceFiles _sources;
    private readonly EntryLoader _loader;
    private readonly UnlistedLanguages _unlisted;
    private readonly ConcurrentBag<Entry> _entries = [];
    private readonly ConcurrentBag<Located<Campaign>> _campaigns = [];
    private readonly ConcurrentBag<Located<string>> _transcriptFiles = [];
    private readonly ConcurrentBag<Mention> _links = [];
    private readonly ConcurrentBag<string> _unread = [];

    private ContentLoader(string folder, SettingsFiles settings, WordLists words, Attachments attachments, IBuildCache cache)
    {
        _settings = settings;
        _words = words;
        _contexts = settings.Editions.ToDictionary(
            edition => edition.Root, edition => new EditionContext(edition, settings.Editions, words), StringComparer.Ordinal);
        _sources = SourceFiles.Find(folder, cache);
        _loader = new EntryLoader(_sources, attachments, cache);
        _unlisted = new UnlistedLanguages(settings.Editions[0]);
    }

    private SiteSettings Site => _settings.Editions[0];

    public static Input Load(string folder, SettingsFiles settings, WordLists words, Attachments attachments, IBuildCache cache)
    {
        var loader = new ContentLoader(folder, settings, words, attachments, cache);
        Parallel.ForEach(loader._sources.All, loader.LoadFile);
        loader._unlisted.Report(settings.Problems, settings.LanguagesLine);
        return loader.Result();
    }

    private Input Result()
    {
        ImmutableArray<Entry> entries =
            [.. _entries.OrderBy(e => e.Content.Url, StringComparer.Ordinal).ThenBy(e => e.File, StringComparer.Ordinal)];
        ImmutableArray<Campaign> campaigns =
            [.. _campaigns.Select(c => c.Value).OrderBy(c => c.Slug, StringComparer.Ordinal).ThenBy(c => c.Root, StringComparer.Ordinal)];
        return new Input(_settings.Editions, entries, campaigns, _settings.Redirects, [.. _settings.Links, .. _links])
        {
            Announcements = [.. _campaigns],
            Unread = _unread.ToFrozenSet(StringComparer.Ordinal),
            TranscriptFiles = [.. _transcriptFiles.OrderBy(t => t.Value, StringComparer.Ordinal)],
            Transcripts = DocumentTranscript.Find(entries),
        };
    }

    private void LoadFile(InputFile source)
    {
        var problems = _settings.Problems.For(source.Shown);
        if (source.IsLink)
        {
            problems.Add(1, "this is a link to another place", "put the file itself here");
            _unread.Add("");
        }
        else if (source.Relative.StartsWith("campaigns/", StringComparison.Ordinal))
        {
            LoadCampaign(source, problems);
        }
        else if (TranscriptFiles.IsText(source.File))
        {
            _transcriptFiles.Add(new Located<string>(source.File, 1, problems));
        }
        else
        {
            LoadEntry(source, problems);
        }
    }

    private void LoadCampaign(InputFile source, Problems problems)
    {
        var edition = _settings.Editions.FirstOrDefault(
            e => !e.IsDefault && source.Relative.EndsWith($".{e.Language}.yml", StringComparison.Ordinal)) ?? Site;
        var links = new List<Mention>();
        if (!_unlisted.Has(Address.LanguageOf(source.Relative), problems)
            && CampaignReader.Read(source.File, edition, links, problems, _words.MarksOf) is { } campaign)
            _campaigns.Add(campaign);
        else
            _unread.Add("");
        foreach (var link in links)
            _links.Add(link);
    }

    private void LoadEntry(InputFile source, Problems problems)
    {
        var address = Address.Of(source.Relative, Site, problems);
        if (address is not null
            && !_unlisted.Has(address.Language, problems)
            && _loader.Load(source, address, ContextOf(address.Language), problems) is { } entry)
            _entries.Add(entry);
        else
            _unread.Add(address?.Url ?? "");
    }

    /// <summary>A language may have pages and no edition; they are then read with the site's own settings.</summary>
    private EditionContext ContextOf(string language) => _contexts.GetValueOrDefault($"/{language}/") ?? _contexts[Site.Root];
}
