using Advocacy.Generator.Machines;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Reading;
using Advocacy.Theme.Content;

namespace Advocacy.Generator.Publishing;

/// <summary>Where things are published that are no pages.</summary>
internal static class FileAddresses
{
    /// <param name="files">Those that lie beside pages, and those of the press kit.</param>
    public static HashSet<string> Of(SitePlan plan, IEnumerable<PublishedFile> files) =>
    [
        "/sitemap.xml", "/robots.txt", "/.well-known/security.txt",
        .. plan.Editions.SelectMany(edition => FeedAddress.Of(edition.Organisation)),
        .. plan.Editions.SelectMany(edition => edition.Releases.Concat<Content>(edition.Petitions)).Where(owner => owner.Withdrawn is null).Select(Archives.UrlOf).OfType<string>(),
        .. plan.Editions.Select(edition => edition.Organisation.PressKit.Archive?.Url).OfType<string>(),
        .. files.Select(file => file.Url),
    ];

    /// <summary>Of all that is there or still to come.</summary>
    public static IEnumerable<string> Ever(Input input, Attachments attachments) => input.Entries.Where(entry => entry.Content.Withdrawn is null).SelectMany(entry =>
        attachments.FilesOf(entry.Content.Path).Select(file => file.Url).Concat(Archives.UrlOf(entry.Content) is { } archive ? [archive] : []));
}
