using System.Collections.Immutable;
using Advocacy.Content.PressReleases;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Planning;
using Advocacy.Theme.Views;

namespace Advocacy.Generator.Validation;

/// <summary>No two pages share an address, and a translation has an original.</summary>
public static class UniqueAddressCheck
{
    public static void Check(Input input)
    {
        var (entries, site) = (input.Entries, input.Settings);
        var urls = new HashSet<string>(entries.Length, StringComparer.Ordinal);
        var twice = entries.Where(e => !urls.Add(e.Content.Url)).Select(e => e.Content.Url).ToHashSet(StringComparer.Ordinal);
        foreach (var twins in entries.Where(e => twice.Contains(e.Content.Url)).GroupBy(e => e.Content.Url, StringComparer.Ordinal))
        {
            var first = twins.MinBy(e => e.Content.Path, StringComparer.Ordinal)!;
            foreach (var twin in twins.Where(e => e != first))
                twin.Problems.Add(1, $"the address {twins.Key} is that of {first.Content.Path}, too", "rename one of them");
        }
        // The archive of a year is there as soon as the year has a release.
        foreach (var year in entries.Where(e => e.Content is PressRelease && e.Slug is { Length: 4 } slug && slug.All(char.IsAsciiDigit)))
            year.Problems.Add(1, $"the address {year.Content.Url} is that of a year's archive", "rename it to say what it is about");
        urls.UnionWith(input.Unread);
        foreach (var entry in site.Languages.Length > 1 ? entries : [])
        {
            var suffix = Path.GetFileNameWithoutExtension(entry.File);
            if (suffix.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && suffix[(dot + 1)..] is var language && language != site.Languages[0]
                && entry.Content.Url.StartsWith($"/{language}/", StringComparison.Ordinal) && !urls.Contains(entry.Content.Url[(language.Length + 1)..]))
            {
                entry.Problems.Add(1, "the translation has no original", $"put {suffix[..dot]}.md beside it");
            }
        }
    }

    /// <summary>Lists, campaigns and the search have addresses, too.</summary>
    public static void CheckLists(ImmutableArray<Entry> entries, SitePlan plan)
    {
        var lists = plan.Pages.Where(p => p.Page.View is ReleaseListView { Year: null } or PetitionListView or TopicListView or SearchView or CampaignView)
            .DistinctBy(p => p.Page.Url, StringComparer.Ordinal).ToDictionary(p => p.Page.Url, p => p.Page.Title, StringComparer.Ordinal);
        foreach (var entry in entries.Where(e => lists.ContainsKey(e.Content.Url)))
            entry.Problems.Add(1, $"the address {entry.Content.Url} is that of {lists[entry.Content.Url]}", "rename the file");
    }
}
