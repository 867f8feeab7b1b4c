using System.Collections.Immutable;
using Advocacy.Content.Pages;
using Advocacy.Content.Settings;
using Advocacy.Generator.Loading.Entries;

namespace Advocacy.Generator.Planning;

/// <summary>A document goes where its page goes: along to the new address, or, where the page is withdrawn, to what says why.</summary>
internal static class DocumentRedirects
{
    /// <param name="former">Addresses that the page once had.</param>
    public static IEnumerable<Redirect> Of(Entry entry, ImmutableArray<string> former)
    {
        var (url, name) = (entry.Content.Url, entry.Slug);
        var isWithdrawn = entry.Content.Withdrawn is not null;
        string[] all = isWithdrawn || former.Any(IsOfThisSite) ? [.. Addresses(entry.Content)] : [];
        return
        [
            .. all.Where(now => now.StartsWith(url, StringComparison.Ordinal))
                .SelectMany(now => former.Where(IsOfThisSite).Select(folder => new Redirect(Within(folder, now), isWithdrawn ? url : now))),
            .. all.Where(_ => isWithdrawn).Select(now => new Redirect(now, url)),
        ];

        // Below an address of another site no documents lay as they do here, and the host reads so many redirects only.
        bool IsOfThisSite(string from) => from.EndsWith('/')
            && from.IndexOf('/', 1) is var end
            && end < from.Length - 1
            && url.StartsWith(from[..(end + 1)], StringComparison.Ordinal);

        // A file's name begins with that of its folder.
        string Within(string folder, string now) => now.StartsWith($"{url}{name}-", StringComparison.Ordinal)
            ? $"{folder}{folder.TrimEnd('/').Split('/')[^1]}{now[(url.Length + name.Length)..]}"
            : $"{folder}{now[url.Length..]}";
    }

    /// <summary>Of all that is the page's own. A translation's documents have pages of their own; the files are the original's.</summary>
    private static IEnumerable<string> Addresses(ContentItem content) =>
        DocumentArchives.DocumentsOf(content).Where(document => document.Page is not null).SelectMany(
            document => new[] { document.Page, document.File.Url })
            .Append(DocumentArchives.UrlOf(content))
            .OfType<string>()
            .Where(address => content.Url == content.Original || address.StartsWith(content.Url, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal);
}
