using System.Collections.Concurrent;
using System.Collections.Immutable;
using Advocacy.Content.Settings;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Incremental;

/// <summary>The files of content as the build before read them.</summary>
public sealed class EntryCache
{
    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);
    private IReadOnlySet<string> _changed = new HashSet<string>();
    private Dictionary<string, InputFile> _sources = [];
    private (string Texts, ImmutableArray<SiteSettings> Settings) _editions = ("", []);
    private bool _areSourcesKnown;

    /// <param name="Stamps">Of the file, and of the original where it is a translation, which takes from there what it leaves unsaid.</param>
    private sealed record Kept(((long, DateTime) Own, (long, DateTime) Original) Stamps, SiteSettings Site, Entry Entry, DependencyRecorder<(Attachments, Problems)> Asked);

    /// <param name="changed">Full paths of all that may have changed since the build before; null where that can be anything.</param>
    public void Begin(IReadOnlySet<string>? changed)
    {
        _changed = changed ?? new HashSet<string>();
        if (changed?.All(LeavesSources) != true)
            _sources = [];
        _areSourcesKnown = _sources.Count > 0;
    }

    /// <summary>Whether the same files of content are there as before, after something happened to <paramref name="file"/>.</summary>
    private bool LeavesSources(string file) => _sources.ContainsKey(file)
        ? new FileInfo(file) is { Exists: true, LinkTarget: null }
        : !Path.Exists(file) && !_sources.Keys.Any(source => source.StartsWith(file + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    /// <summary>The organizations of before where nothing about them changed, since every page depends on them.</summary>
    public ImmutableArray<SiteSettings> Editions(ImmutableArray<SiteSettings> now, IEnumerable<string> files, Func<string, QuotationMarks?> marks)
    {
        var texts = string.Join('\0', files.Select(file => File.Exists(file) ? File.ReadAllText(file) : "").Concat(now.Select(edition => $"{marks(edition.Language)}")));
        if (texts != _editions.Texts || !now[0].PressKit.Files.SequenceEqual(_editions.Settings[0].PressKit.Files))
            _editions = (texts, now);
        return _editions.Settings;
    }

    public IEnumerable<InputFile> Sources(string folder)
    {
        if (!_areSourcesKnown)
            _sources = InputFile.Find(folder).ToDictionary(source => source.File, StringComparer.Ordinal);
        foreach (var gone in _kept.Keys.Where(file => !_sources.ContainsKey(file)))
            _kept.TryRemove(gone, out _);
        return _sources.Values;
    }

    public Entry? Read(InputFile source, SiteSettings site, ImmutableArray<SiteSettings> editions, Attachments attachments, Func<string, QuotationMarks?> marks, Problems problems, Func<EntryReader, Entry?> read)
    {
        var original = site.Root == "/" ? null : Translations.OriginalFile(source.File, site.Language);
        var isKnown = _kept.TryGetValue(source.File, out var kept) && !_changed.Contains(source.File) && (original is null || !_changed.Contains(original));
        if (isKnown && kept is not null && ReferenceEquals(kept.Site, site) && (_areSourcesKnown || Stamps() == kept.Stamps) && kept.Asked.HasSameAnswers((attachments, problems)))
        {
            return kept.Entry with { Problems = problems, RedirectFrom = [.. kept.Entry.RedirectFrom.Select(old => old with { Problems = problems })] };
        }

        var stamps = Stamps();
        var asked = new DependencyRecorder<(Attachments Attachments, Problems Problems)>();
        var entry = read(new EntryReader(site, editions,
            (page, name, where, line) => asked.Ask((attachments, where), whom => whom.Item1.Attach(page, name, whom.Item2, line)),
            (picture, where, line) => asked.Ask((attachments, where), whom => whom.Item1.Picture(picture, whom.Item2, line)), marks));
        // Where only the text is another, all that other pages show of this one is the same.
        if (entry is not null && original is null && kept is not null && ReferenceEquals(kept.Site, site) && kept.Entry.Fields == entry.Fields && kept.Asked.HasSameAnswers(asked))
            entry = entry with { Content = kept.Entry.Content };
        if (entry is not null && problems.IsEmpty)
            _kept[source.File] = new Kept(stamps, site, entry, asked);
        else
            _kept.TryRemove(source.File, out _);
        return entry;

        ((long, DateTime), (long, DateTime)) Stamps() => (Stamp(source.File), original is null ? default : Stamp(original));
    }

    private static (long Size, DateTime Changed) Stamp(string file)
    {
        var info = new FileInfo(file);
        return info.Exists ? (info.Length, info.LastWriteTimeUtc) : default;
    }
}
