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
    private readonly IReadOnlySet<string> _unread = unread;
    private readonly Gate _gate = gate;
    private readonly Attachments _attachments = attachments;
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
    public string? Resolve(Entry from, string link, int line) => new WrittenLink(this, from, link, line).Resolve();

    /// <returns>The path of a whole address of this site; null where it is another's.</returns>
    private string? PathOnSite(string link) =>
        site.Length == 0 || !link.StartsWith(site, StringComparison.OrdinalIgnoreCase) ? null
        : link.Length == site.Length ? "/"
        : link[site.Length] == '/' ? link[site.Length..]
        : null;

    private static Dictionary<string, Entry> First(ImmutableArray<Entry> entries, Func<Entry, string> key)
    {
        var first = new Dictionary<string, Entry>(entries.Length, StringComparer.Ordinal);
        foreach (var entry in entries)
            first.TryAdd(key(entry), entry);
        return first;
    }

    /// <summary>A link as a writer wrote it: where to, then <c>?</c> and a query, <c>#</c> and a place, both mostly empty.</summary>
    private sealed class WrittenLink
    {
        private static readonly string[] _schemes = ["https", "http", "mailto", "tel"];

        private readonly Links _links;
        private readonly Entry _from;
        private readonly string _link;
        private readonly int _line;
        private readonly string _whole;
        private readonly string _target;
        private readonly string _query;
        private readonly string _anchor;

        public WrittenLink(Links links, Entry from, string link, int line)
        {
            (_links, _from, _link, _line) = (links, from, link, line);
            (_whole, _anchor) = Split(link, '#');
            (_target, _query) = Split(_whole, '?');
        }

        public string? Resolve()
        {
            if (_whole.Length == 0 && _anchor.Length < 2)
                return Broken("the link leads nowhere", "write an address in the round brackets");
            if (_target.Length == 0)
                return On(_from.Content.Url)[^(_query.Length + _anchor.Length)..];
            if (_target.StartsWith("xref:", StringComparison.Ordinal))
                return Slug(_target["xref:".Length..]);
            if (_links.PathOnSite(_target) is { } path)
                return Page(path) is null ? null : _link;
            if (Scheme(_target) is { } scheme)
                return Elsewhere(scheme);
            if (_target.StartsWith("//", StringComparison.Ordinal))
                return Broken($"the link \"{_link}\" names no protocol", "begin it with https://");
            return _target[0] == '/' ? Page(_target) : Relative(_target);
        }

        private string? Elsewhere(string scheme) =>
            scheme is not ("https" or "http" or "mailto" or "tel")
                ? Broken(
                    $"the link \"{_link}\" is not one for readers",
                    SpellingSuggestion.To(scheme, _schemes) is { } near
                        ? $"did you mean {near}{_link[scheme.Length..]}"
                        : "use https://, mailto: or tel:")
            : scheme is "https" or "http" && LinkSuggestion.ForUser(_whole) is { } address
                ? Broken($"the link \"{_link}\" leads to no site", $"write {address}")
            : !NamesSomebody(scheme, _whole)
                ? Broken($"the link \"{_link}\" leads nowhere", "write the whole address")
            : _link;

        private string? Page(string url)
        {
            if (_links._byUrl.TryGetValue(url, out var entry))
                return Shown(entry);
            if (_links._addresses.Contains(url))
                return On(url);
            if (_links._unread.Contains(url))
                return url;
            if (Path.HasExtension(url))
            {
                _links._files.Add(new UncheckedLink(_from, _line, url, _anchor));
                return url + _query + _anchor;
            }
            return Broken(
                $"there is no page {url}",
                SpellingSuggestion.To(url, _links._addresses) is { } near ? $"did you mean {near}" : "correct the address");
        }

        private string? Slug(string slug)
        {
            var named = _links._bySlug.Value[slug].ToArray();
            var inLanguage = named.Where(e => e.Content.Language == _from.Content.Language).ToArray();
            var found = inLanguage.Length > 0 ? inLanguage : [.. named.Where(e => e.Content.Url == e.Content.Original)];
            return found.Length switch
            {
                0 when _links._unread.Any(url => url.EndsWith($"/{slug}/", StringComparison.Ordinal)) => "",
                1 => Shown(found[0]),
                0 => Broken(
                    $"there is no page with the name \"{slug}\"",
                    SpellingSuggestion.To(slug, _links._bySlug.Value.Select(g => g.Key)) is { } near
                        ? $"did you mean xref:{near}"
                        : "correct the name"),
                _ => Broken(
                    $"several pages have the name \"{slug}\"",
                    $"write one of {string.Join(", ", found.Select(e => e.Content.Url))}"),
            };
        }

        private string? Relative(string path)
        {
            var file = Path.GetFullPath(Path.Combine(_from.Folder, Uri.UnescapeDataString(path)));
            var byFile = _links._byFile.Value;
            if (byFile.TryGetValue(file, out var entry) || byFile.TryGetValue(Path.Combine(file, "index.md"), out entry))
                return Shown(entry);
            if (_links._unread.Count > 0 && IsPageThatCannotBeRead(file))
                return "";
            if (!File.Exists(file) && LinkSuggestion.For(_link) is { } near)
                return Broken($"the link \"{_link}\" is neither a page nor a file", $"write {near}");
            var attachment = _links._attachments.Attach(_from.File, path, _from.Problems, _line);
            return attachment is null ? null : attachment.Url + _query + _anchor;
        }

        private string? Shown(Entry entry)
        {
            var (page, from) = (entry.Content, _from.Content);
            if (!_links._gate.Shows(page) && _links._gate.Shows(from))
                return Broken($"the link leads to {page.Url}, which is not public", "take the link out, or publish that page first");
            // Of what was withdrawn, the page is left, and nothing below it.
            if (page.Withdrawn is not null && from.Withdrawn is null && entry.Documents.Any(document => document.Page == page.Url))
                return Broken($"the link leads to {page.Url}, which was withdrawn", "take the link out, or lead to the page that says why");
            return On(page.Url);
        }

        private string On(string url)
        {
            if (_anchor.Length > 1)
                _links._places.Add(new UncheckedLink(_from, _line, url, Uri.UnescapeDataString(_anchor[1..])));
            return url + _query + _anchor;
        }

        private string? Broken(string what, string fix)
        {
            _from.Problems.Add(_line, what, fix);
            return null;
        }

        private static bool IsPageThatCannotBeRead(string file) =>
            Directory.Exists(file) || file.EndsWith(".md", StringComparison.Ordinal) && File.Exists(file);

        /// <summary>Whether anything stands behind the scheme.</summary>
        private static bool NamesSomebody(string scheme, string link) => scheme is "mailto" or "tel"
            ? link.Length > scheme.Length + 1
            : link.AsSpan(scheme.Length + 1) is ['/', '/', not ('/' or '?'), ..];

        private static (string Before, string From) Split(string link, char sign) =>
            link.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var at ? (link[..at], link[at..]) : (link, "");

        private static string? Scheme(string link) =>
            link.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
                && link.AsSpan(0, colon).IndexOfAny('/', '?') < 0 ? link[..colon].ToLowerInvariant() : null;
    }
}

/// <param name="Line">In the file of <paramref name="From"/>.</param>
/// <param name="Anchor">The place on the page; empty for a file.</param>
public sealed record UncheckedLink(Entry From, int Line, string Url, string Anchor);
