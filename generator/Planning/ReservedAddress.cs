using System.Collections.Frozen;
using Advocacy.Content;
using Advocacy.Content.Settings;

namespace Advocacy.Generator.Planning;

/// <summary>Addresses at which the host, the site itself or the preview answers, whatever a writer puts there.</summary>
internal static class ReservedAddress
{
    /// <summary>By the first part of the address. Hosts take capital letters and small ones for the same.</summary>
    private static readonly FrozenDictionary<string, string> _keepers = new Dictionary<string, string>
    {
        [".auth"] = "the host",
        [".swa"] = "the host",
        [".well-known"] = "notes to programs",
        ["_preview"] = "the preview",
        ["api"] = "the donations",
        ["assets"] = "pictures and styles",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <param name="url">A path, such as <c>/api/</c>.</param>
    /// <returns>What it is kept for; null where it is free.</returns>
    public static string? KeptFor(string url) => _keepers.GetValueOrDefault(FirstPart(url));

    /// <summary>The same for a page: its address must not lie below that of the search or of a list's later pages, either.</summary>
    /// <param name="isTranslation">Whether the name of its file says so.</param>
    public static string? KeptForPage(string url, SiteSettings site, bool isTranslation)
    {
        var first = FirstPart(url);
        var isBelowEdition = site.Languages.Skip(1).Contains(first);
        var inEdition = isBelowEdition ? url[(first.Length + 1)..] : url;
        return isBelowEdition && !isTranslation ? "translations, whose files say so in their names"
            : KeptFor(inEdition) is { } keeper ? keeper
            : inEdition == "/index/" ? "the home page"
            : IsBelow(inEdition, SiteSection.Search) ? "the search"
            : inEdition.AsSpan(1).StartsWith($"{SiteSection.PressReleases}page/", StringComparison.Ordinal) ? "the list of releases"
            : null;
    }

    private static bool IsBelow(string url, string section) =>
        url.Length > section.Length + 1 && url.AsSpan(1).StartsWith(section, StringComparison.Ordinal);

    private static string FirstPart(string url) =>
        url.IndexOf('/', Math.Min(1, url.Length)) is > 0 and var end ? url[1..end] : url.TrimStart('/');
}
