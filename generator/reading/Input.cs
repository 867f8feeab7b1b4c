using System.Collections.Concurrent;
using System.Collections.Immutable;
using Advocacy.Theme.Content;

namespace Advocacy.Generator.Reading;

/// <summary>The whole of <c>input/</c>: files in, records or problems out.</summary>
/// <param name="Links">Those that stand in no page.</param>
public sealed record Input(
    Organisation Organisation, ImmutableArray<Entry> Entries, ImmutableArray<Campaign> Campaigns, ImmutableArray<Placed<Redirect>> Redirects, ImmutableArray<Mention> Links)
{
    /// <returns>Null where <c>site.yml</c> cannot be read at all.</returns>
    public static Input? Read(string folder, Attachments attachments, Problems problems)
    {
        var siteFile = System.IO.Path.Combine(folder, "site.yml");
        var siteProblems = problems.For(Shown(folder, siteFile));
        if (!File.Exists(siteFile))
        {
            siteProblems.Add(1, "the file is not there", "make it after the guide for writers");
            return null;
        }
        if (SourceText.Read(siteFile, frontMatter: false, siteProblems) is not { } source || Yaml.Read(source.FrontMatter, 0, siteProblems) is not { } map)
            return null;
        var links = new List<Mention>();
        var (site, redirects) = OrganisationReader.Read(new Fields(map, siteProblems), links);
        var reader = new EntryReader(site, attachments.Attach, attachments.Picture);
        var entries = new ConcurrentBag<Entry>();
        var campaigns = new ConcurrentBag<Campaign>();
        Parallel.ForEach(Sources(folder, problems), file =>
        {
            var shown = problems.For(Shown(folder, file.FullPath));
            if (file.Relative.StartsWith("campaigns/", StringComparison.Ordinal))
            {
                var banners = new List<Mention>();
                if (CampaignReader.Read(file.FullPath, site, banners, shown) is { } campaign)
                    campaigns.Add(campaign);
                lock (links)
                    links.AddRange(banners);
            }
            else if (Address.Of(file.Relative, site, shown) is { } address
                && reader.Read(file.FullPath, address.Url, address.Language, address.Kind, shown) is { } entry)
            {
                entries.Add(entry);
            }
        });
        return new Input(site, [.. entries.OrderBy(e => e.Content.Url, StringComparer.Ordinal).ThenBy(e => e.File, StringComparer.Ordinal)],
            [.. campaigns.OrderBy(c => c.Slug, StringComparer.Ordinal)], redirects, [.. links]);
    }

    public static string Shown(string folder, string file) =>
        System.IO.Path.Combine(folder, System.IO.Path.GetRelativePath(folder, file)).Replace('\\', '/');

    private static List<(string FullPath, string Relative)> Sources(string folder, Problems problems)
    {
        var sources = new List<(string, string)>();
        Walk(new DirectoryInfo(folder));
        return sources;

        void Walk(DirectoryInfo here)
        {
            foreach (var item in here.EnumerateFileSystemInfos())
            {
                if (item.Name[0] is '_' or '.')
                    continue;
                var relative = System.IO.Path.GetRelativePath(folder, item.FullName).Replace('\\', '/');
                var shown = problems.For(Shown(folder, item.FullName));
                if (item.LinkTarget is not null)
                    shown.Add(1, "this is a link to another place", "put the file itself here");
                else if (item is DirectoryInfo inner)
                    Walk(inner);
                else if (Address.IsSource(relative))
                    sources.Add((item.FullName, relative));
            }
        }
    }
}
