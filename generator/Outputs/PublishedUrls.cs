using System.Collections.Immutable;
using System.Text;
using Advocacy.Content.Settings;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Publishing;
using Advocacy.Theme.Views;

namespace Advocacy.Generator.Outputs;

/// <summary>A list of every address once published, kept in the output, so that no address is lost unnoticed.</summary>
internal static class PublishedUrls
{
    public static string[] Before(BuildOptions options)
    {
        var file = Path.Combine(options.Output, OutputFolder.UrlList);
        return File.Exists(file) ? File.ReadAllLines(file) : [];
    }

    /// <summary>
    /// Old addresses count, too: they redirect. Pages of long lists, and years, come and go with their releases, and are left out: no page
    /// could take their place.
    /// </summary>
    public static IEnumerable<string> Now(SitePlan plan, ImmutableArray<PublishedFile> files, ImmutableArray<Redirect> redirects) =>
        plan.Pages.Select(p => p.Page)
            .Where(p => p.View is not (ReleaseListView { Number: > 1 } or ReleaseListView { Year: not null })).Select(p => p.Url)
            .Concat(files.Select(f => f.Url).Where(url => !url.StartsWith("/assets/", StringComparison.Ordinal)))
            .Concat(redirects.Select(redirect => redirect.From))
            .Order(StringComparer.Ordinal);

    /// <summary>A rehearsal publishes nothing: it hands on the list as it was.</summary>
    public static byte[] Write(BuildOptions options, SitePlan plan, SiteFiles files)
    {
        var urls = options.Rehearsal ? Before(options) : Now(plan, files.Files, files.Redirects.Redirects);
        return Encoding.UTF8.GetBytes(string.Concat(urls.Select(url => url + "\n")));
    }
}
