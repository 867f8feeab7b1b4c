using Advocacy.Content.GivingData;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Publishing;

namespace Advocacy.Generator.Outputs;

/// <summary>The last step of a build: writes everything but the pages.</summary>
internal sealed class SitePublisher(BuildOptions options, PlannedSite site, SiteFiles files, IOutput output)
{
    /// <param name="pagesAreWritten">Called as soon as the pages and all that they show are in the output.</param>
    public void Publish(SearchIndexBuilder search, Action pagesAreWritten) => Parallel.Invoke(
        search.Finish,
        () =>
        {
            WriteForReaders();
            pagesAreWritten();
            WriteForMachines();
        });

    /// <summary>What the pages show, and what their host and the functions read.</summary>
    private void WriteForReaders()
    {
        foreach (var file in files.Files)
            output.Copy(file.Url[1..], file.File);
        if (site.PressKit.Archive is { } archive)
            output.Write(archive.Url[1..], archive.Bytes);
        output.Write("staticwebapp.config.json", files.HostConfiguration);
        if (files.Giving is { } giving)
            output.Write(GivingFile.Name, giving.Write());
    }

    private void WriteForMachines()
    {
        var main = site.Plan.Editions[0];
        Parallel.ForEach(site.Plan.Editions.SelectMany(Feeds.Of), feed => output.Write(feed.Url[1..], feed.Write()));
        output.Write("sitemap.xml", Sitemap.Write(site.Plan));
        output.Write("robots.txt", WellKnownFiles.Robots(main.Settings, main.Rehearsal));
        output.Write(".well-known/security.txt", WellKnownFiles.Security(main.Settings, options.At));
        output.Write(OutputFolder.UrlList, PublishedUrls.Write(options, site.Plan, files));
    }
}
