using System.Collections.Concurrent;
using System.Collections.Immutable;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Text;

namespace Advocacy.Generator.Planning;

/// <summary>Where a writer's link leads, and whether it leads anywhere.</summary>
/// <param name="unread">Addresses of pages whose files cannot be read.</param>
/// <param name="site">The site's own address, without a slash at its end.</param>
public sealed class Links(
    ImmutableArray<Entry> entries,
    IReadOnlySet<string> unread,
    Gate gate,
    IEnumerable<string> addresses,
    Attachments attachments,
    string site)
{
    private readonly Dictionary<string, Entry> _byUrl = First(entries, e => e.Content.Url);
    private readonly Lazy<Dictionary<string, Entry>> _byFile = new(() => First(entries, e => e.File));
    private readonly Lazy<ILookup<string, Entry>> _bySlug = new(() => entries.ToLookup(e => e.Slug, StringComparer.Ordinal));
    private readonly HashSet<string> _addresses = addresses.ToHashSet(StringComparer.Ordinal);
    private readonly ConcurrentBag<UncheckedLink> _places = [];
    private readonly ConcurrentBag<UncheckedLink> _files = [];

    /// <summary>Links to a place on a page, which can be checked when all texts are rendered.</summary>
    public IEnumerable<UncheckedLink> ToPlaces => _places;

    /// <summary>Links to what is no page, which can be checked when all files are known.</summary>
    public IEnumerable<UncheckedLink> ToFiles => _files;

    /// <returns>The first of the texts with this address; null where there is none.</returns>
    public Entry? At(string url) => _byUrl.GetValueOrDefault(url);

    /// <returns>The address to write into the page; null where there is none, which is then among the problems.</returns>
    public string? Resolve(Entry from, string link, int line)
    {
        var (whole, anchor) = Split(link, '#');
        var (target, query) = Split(whole, '?');
        if (whole.Length == 0 && anchor.Length < 2)
            return Broken("the link leads nowhere", "write an address in the round brackets");
        if (target.Length == 0)
            return On(from.Content.Url)[^(query.Length + anchor.Length)..];
        if (target.StartsWith("xref:", StringComparison.Ordinal))
            return Slug(target["xref:".Length..]);
        if (IsOwn(target))
            return Page(target.Length == site.Length ? "/" : target[site.Length..]) is null ? null : link;
        if (Scheme(target) is { } scheme)
        {
            return scheme is not ("https" or "http" or "mailto" or "tel") ? Broken(
                $"the link \"{link}\" is not one for readers",
                "use https://, mailto: or tel:")
                : !NamesSomebody(scheme, whole) ? Broken($"the link \"{link}\" leads nowhere", "write the whole address")
                : link;
        }
        if (target.StartsWith("//", StringComparison.Ordinal))
            return Broken($"the link \"{link}\" names no protocol", "begin it with https://");
        return target[0] == '/' ? Page(target) : Relative(target);

        string? Broken(string what, string fix)
        {
            from.Problems.Add(line, what, fix);
            return null;
        }

        string On(string url)
        {
            if (anchor.Length > 1)
                _places.Add(new UncheckedLink(from, line, url, Uri.UnescapeDataString(anchor[1..])));
            return url + query + anchor;
        }

        string? Page(string url)
        {
            if (_byUrl.TryGetValue(url, out var entry))
                return Shown(entry);
            if (_addresses.Contains(url))
                return On(url);
            if (unread.Contains(url))
                return url;
            if (Path.HasExtension(url))
            {
                _files.Add(new UncheckedLink(from, line, url, anchor));
                return url + query + anchor;
            }
            return Broken(
                $"there is no page {url}",
                SpellingSuggestion.To(url, _addresses) is { } near ? $"did you mean {near}" : "correct the address");
        }

        string? Shown(Entry entry) => !gate.Shows(entry.Content) && gate.Shows(from.Content)
            ? Broken($"the link leads to {entry.Content.Url}, which is not public", "take the link out, or publish that page first")
            // Of what was withdrawn, the page is left, and nothing below it.
            : entry.Content.Withdrawn is not null
                && from.Content.Withdrawn is null
                && entry.Content.Url is var url
                && entry.Documents.Any(d => d.Page == url)
                ? Broken($"the link leads to {url}, which was withdrawn", "take the link out, or lead to the page that says why")
            : On(entry.Content.Url);

        string? Slug(string slug)
        {
            var named = _bySlug.Value[slug].ToArray();
            var found = named.Where(e => e.Content.Language == from.Content.Language)
                .ToArray() is { Length: > 0 } same ? same : [.. named.Where(e => e.Content.Url == e.Content.Original)];
            return found.Length switch
            {
                0 when unread.Any(url => url.EndsWith($"/{slug}/", StringComparison.Ordinal)) => "",
                1 => Shown(found[0]),
                0 => Broken(
                    $"there is no page with the name \"{slug}\"",
                    SpellingSuggestion.To(slug, _bySlug.Value.Select(g => g.Key)) is { } near
                        ? $"did you mean xref:{near}"
                        : "correct the name"),
                _ => Broken(
                    $"several pages have the name \"{slug}\"",
                    $"write one of {string.Join(", ", found.Select(e => e.Content.Url))}"),
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
            return attachments.Attach(from.File, path, from.Problems, line) is { } attachment ? attachment.Url + query + anchor : null;
        }
    }

    private bool IsOwn(string link) =>
        site.Length > 0
            && link.StartsWith(site, StringComparison.OrdinalIgnoreCase)
            && (link.Length == site.Length || link[site.Length] == '/');

    /// <summary>Whether anything stands behind the scheme.</summary>
    private static bool NamesSomebody(string scheme, string link) => scheme is "mailto" or "tel"
        ? link.Length > scheme.Length + 1
        : link.AsSpan(scheme.Length + 1) is ['/', '/', not ('/' or '?'), ..];

    private static (string Before, string From) Split(string link, char sign) =>
        link.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var at ? (link[..at], link[at..]) : (link, "");

    private static string? Scheme(string link) =>
        link.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            && link.AsSpan(0, colon).IndexOfAny('/', '?') < 0 ? link[..colon].ToLowerInvariant() : null;

    private static Dictionary<string, Entry> First(ImmutableArray<Entry> entries, Func<Entry, string> key)
    {
        var first = new Dictionary<string, Entry>(entries.Length, StringComparer.Ordinal);
        foreach (var entry in entries)
            first.TryAdd(key(entry), entry);
        return first;
    }
}

/// <param name="Line">In the file of <paramref name="From"/>.</param>
/// <param name="Anchor">The place on the page; empty for a file.</param>
public sealed record UncheckedLink(Entry From, int Line, string Url, string Anchor);
