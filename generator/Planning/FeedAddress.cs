using System.Collections.Immutable;
using Advocacy.Content.Settings;
using Advocacy.Theme.Views;

namespace Advocacy.Generator.Planning;

/// <summary>Where the three feeds of a list are.</summary>
public static class FeedAddress
{
    public static string Atom(string folder) => $"{folder}feed.atom";

    public static string Rss(string folder) => $"{folder}feed.rss";

    public static string Json(string folder) => $"{folder}feed.json";

    /// <summary>Those of all releases, and of each topic.</summary>
    public static IEnumerable<string> Of(SiteSettings edition) =>
        edition.Topics.Select(topic => topic.Url).Prepend(edition.Root).SelectMany(
            folder => (string[])[Atom(folder), Rss(folder), Json(folder)]);

    public static ImmutableArray<Feed> All(string title, string folder) =>
    [
        new(title, "Atom", Atom(folder), "application/atom+xml"),
        new(title, "RSS", Rss(folder), "application/rss+xml"),
        new(title, "JSON", Json(folder), "application/feed+json"),
    ];
}
