using System.Collections.Immutable;
using Advocacy.Content.GivingData;
using Advocacy.Content.Pages;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Planning;

namespace Advocacy.Generator.Outputs;

/// <summary>What is published beside the pages. It is known when all texts are rendered, since texts link to files.</summary>
/// <param name="Files">Those that are copied from <c>input/</c>.</param>
/// <param name="Addresses">Of everything that is no page.</param>
/// <param name="Giving">What the functions read; null where no gifts are taken online.</param>
/// <param name="HostConfiguration">The bytes of <c>staticwebapp.config.json</c>.</param>
internal sealed record SiteFiles(
    ImmutableArray<PublishedFile> Files,
    IReadOnlySet<string> Addresses,
    RedirectMap Redirects,
    GivingFile? Giving,
    byte[] HostConfiguration)
{
    /// <param name="texts">Those that the functions show, too, by the addresses of their pages.</param>
    public static SiteFiles Of(PlannedSite site, Gate gate, LoadedSite loaded, IReadOnlyDictionary<string, Body> texts)
    {
        ImmutableArray<PublishedFile> files = [.. OfEntries(site.Input, gate, loaded.Attachments), .. site.PressKit.Files];
        var addresses = FileAddresses.Of(site.Plan, files);
        var redirects = RedirectMap.Of(site.Input, gate, site.Plan.Pages.Select(p => p.Page), addresses);
        var host = Outputs.HostConfiguration.Write(redirects.Redirects, site.Plan.Editions.Select(edition => edition.Settings.Root));
        return new SiteFiles(files, addresses, redirects, GivingFileBuilder.Build(site.Plan.Editions, loaded.Theme.Assets, texts), host);
    }

    /// <summary>A withdrawn page loses its files, but for its pictures: they may stand on other pages' cards.</summary>
    private static IEnumerable<PublishedFile> OfEntries(Input input, Gate gate, Attachments attachments) =>
        from entry in input.Entries.Where(e => gate.Shows(e.Content))
        from file in attachments.FilesOf(entry.Content.Path)
        where entry.Content.Withdrawn is null || file.Url.StartsWith("/assets/", StringComparison.Ordinal)
        group file by file.Url into same
        select same.First();
}
