using Advocacy.Content.Pages;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;

namespace Advocacy.Generator.Planning;

/// <summary>Where things are published that are no pages.</summary>
internal static class FileAddresses
{
    /// <param name="files">Those that lie beside pages, and those of the press kit.</param>
    public static HashSet<string> Of(SitePlan plan, IEnumerable<PublishedFile> files) =>
    [
        "/sitemap.xml", "/robots.txt", "/.well-known/security.txt",
        .. plan.Editions.SelectMany(edition => FeedAddress.Of(edition.Settings)),
        .. plan.Editions.SelectMany(edition => edition.Releases.Concat<ContentItem>(edition.Petitions))
        .Where(owner => owner.Withdrawn is null)
        .Select(DocumentArchives.UrlOf)
        .OfType<string>(),
        .. plan.Editions.Select(edition => edition.Settings.PressKit.Archive?.Url).OfType<string>(),
        .. files.Select(file => file.Url),
    ];

    /// <summary>Of all that is there or still to come.</summary>
    public static IEnumerable<string> Ever(Input input, Attachments attachments) =>
        input.Entries.Where(entry => entry.Content.Withdrawn is null).SelectMany(entry =>
        attachments.FilesOf(entry.Content.Path).Select(file => file.Url).Concat(
            DocumentArchives.UrlOf(entry.Content) is { } archive ? [archive] : []));
}
