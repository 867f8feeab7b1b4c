using System.Collections.Concurrent;
using System.Collections.Immutable;
using Advocacy.Generator.Markdown;
using Advocacy.Generator.Reading;
using Advocacy.Theme.Content;

namespace Advocacy.Generator.Planning;

/// <summary>Where a writer's link leads, and whether it leads anywhere.</summary>
/// <param name="unread">Addresses of pages whose files cannot be read.</param>
public sealed class Links(ImmutableArray<Entry> entries, IReadOnlySet<string> unread, Gate gate, IEnumerable<string> addresses, Attachments attachments)
{
    private const int MostNamed = 8;

    private readonly Dictionary<string, Entry> _byUrl = First(entries, e => e.Content.Url);
    private readonly Lazy<Dictionary<string, Entry>> _byFile = new(() => First(entries, e => e.File));
    private readonly Lazy<ILookup<string, Entry>> _bySlug = new(() => entries.ToLookup(e => e.Slug, StringComparer.Ordinal));
    private readonly HashSet<string> _addresses = addresses.ToHashSet(StringComparer.Ordinal);
    private readonly ConcurrentBag<Spot> _spots = [];

    /// <summary>A link to a place on a page.</summary>
    private sealed record Spot(Entry From, int Line, string Url, string Anchor);

    /// <returns>The first of the texts with this address; null where there is none.</returns>
    public Entry? At(string url) => _byUrl.GetValueOrDefault(url);

    /// <returns>The address to write into the page; null where there is none, which is then among the problems.</returns>
    public string? Resolve(Entry from, string link, int line)
    {
        var (target, anchor) = link.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? (link[..hash], link[hash..]) : (link, "");
        if (target.Length == 0 && anchor.Length < 2)
            return Broken("the link leads nowhere", "write an address in the round brackets");
        if (target.Length == 0)
            return On(from.Content.Url)[^anchor.Length..];
        if (target.StartsWith("xref:", StringComparison.Ordinal))
            return Slug(target["xref:".Length..]);
        if (Scheme(target) is { } scheme)
            return scheme is "https" or "http" or "mailto" or "tel" ? link : Broken($"the link \"{link}\" is not one for readers", "use https://, mailto: or tel:");
        if (target.StartsWith("//", StringComparison.Ordinal))
            return Broken($"the link \"{link}\" names no protocol", "begin it with https://");
        return target[0] == '/' ? Page(target) : Relative(target);

        string? Broken(string what, string mend)
        {
            from.Problems.Add(line, what, mend);
            return null;
        }

        string On(string url)
        {
            if (anchor.Length > 1)
                _spots.Add(new Spot(from, line, url, Uri.UnescapeDataString(anchor[1..])));
            return url + anchor;
        }

        string? Page(string url)
        {
            if (_byUrl.TryGetValue(url, out var entry))
                return Shown(entry);
            if (_addresses.Contains(url))
                return On(url);
            if (unread.Contains(url))
                return url;
            return Broken($"there is no page {url}", Nearest.To(url, _addresses) is { } near ? $"did you mean {near}" : "correct the address");
        }

        string? Shown(Entry entry) => gate.Shows(entry.Content) || !gate.Shows(from.Content)
            ? On(entry.Content.Url)
            : Broken($"the link leads to {entry.Content.Url}, which is not public", "take the link out, or publish that page first");

        string? Slug(string slug)
        {
            var named = _bySlug.Value[slug].ToArray();
            var found = named.Where(e => e.Content.Language == from.Content.Language).ToArray() is { Length: > 0 } same ? same : [.. named.Where(e => e.Content.Url == e.Content.Original)];
            return found.Length switch
            {
                0 when unread.Any(url => url.EndsWith($"/{slug}/", StringComparison.Ordinal)) => "",
                1 => Shown(found[0]),
                0 => Broken($"there is no page with the name \"{slug}\"", Nearest.To(slug, _bySlug.Value.Select(g => g.Key)) is { } near ? $"did you mean xref:{near}" : "correct the name"),
                _ => Broken($"several pages have the name \"{slug}\"", $"write one of {string.Join(", ", found.Select(e => e.Content.Url))}"),
            };
        }

        string? Relative(string path)
        {
            var file = Path.GetFullPath(Path.Combine(from.Folder, Uri.UnescapeDataString(path)));
            if (_byFile.Value.TryGetValue(file, out var entry) || _byFile.Value.TryGetValue(Path.Combine(file, "index.md"), out entry))
                return Shown(entry);
            // A page that is there and cannot be read.
            if (unread.Count > 0 && (Directory.Exists(file) || file.EndsWith(".md", StringComparison.Ordinal) && File.Exists(file)))
                return "";
            return attachments.Attach(from.File, path, from.Problems, line) is { } attachment ? attachment.Url + anchor : null;
        }
    }

    /// <summary>Reports each link to a place that its page does not have.</summary>
    /// <param name="places">Of each text, by its page's address.</param>
    public void CheckPlaces(IReadOnlyDictionary<string, ImmutableArray<string>> places)
    {
        foreach (var (from, line, url, place) in _spots)
        {
            var page = _byUrl.GetValueOrDefault(url)?.Content;
            var anchors = places.GetValueOrDefault(url, []);
            // A page that was withdrawn has no text left to lead to, and whoever withdraws it is in a hurry.
            if (page?.Withdrawn is not null || Anchors.OfEveryPage.Contains(place) || anchors.Contains(place))
                continue;
            var known = anchors.Where(a => !a.Contains(':', StringComparison.Ordinal)).ToArray();
            from.Problems.Add(line, $"{(url == from.Content.Url ? "this page" : url)} has no place \"#{place}\"",
                Nearest.To(place, known) is { } near ? $"did you mean #{near}"
                : known.Length > 0 ? $"write one of {string.Join(", ", known.Take(MostNamed).Select(a => $"#{a}"))}"
                : $"take out \"#{place}\"");
        }
    }

    private static string? Scheme(string link) =>
        link.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && link.AsSpan(0, colon).IndexOfAny('/', '?') < 0 ? link[..colon].ToLowerInvariant() : null;

    private static Dictionary<string, Entry> First(ImmutableArray<Entry> entries, Func<Entry, string> key)
    {
        var first = new Dictionary<string, Entry>(entries.Length, StringComparer.Ordinal);
        foreach (var entry in entries)
            first.TryAdd(key(entry), entry);
        return first;
    }
}
