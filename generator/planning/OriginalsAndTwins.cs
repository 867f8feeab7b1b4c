using System.Collections.Immutable;
using Advocacy.Generator.Reading;
using Advocacy.Theme.Content;

namespace Advocacy.Generator.Planning;

/// <summary>No two pages share an address, and a translation has an original.</summary>
public static class OriginalsAndTwins
{
    public static void Check(Input input)
    {
        var (entries, site) = (input.Entries, input.Organisation);
        foreach (var twins in entries.GroupBy(e => e.Content.Url, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            var first = twins.MinBy(e => e.Content.Path, StringComparer.Ordinal)!;
            foreach (var twin in twins.Where(e => e != first))
                twin.Problems.Add(1, $"the address {twins.Key} is that of {first.Content.Path}, too", "rename one of them");
        }
        // The archive of a year is there as soon as the year has a release.
        foreach (var year in entries.Where(e => e.Content is PressRelease && e.Slug is { Length: 4 } slug && slug.All(char.IsAsciiDigit)))
            year.Problems.Add(1, $"the address {year.Content.Url} is that of a year's archive", "rename it to say what it is about");
        var urls = entries.Select(e => e.Content.Url).Concat(input.Unread).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries)
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
        var byUrl = entries.ToLookup(e => e.Content.Url, StringComparer.Ordinal);
        foreach (var (_, page) in plan.Pages.Where(p => p.Page.View is ReleaseListView { Year: null } or PetitionListView or TopicListView or SearchView or CampaignView))
        {
            foreach (var entry in byUrl[page.Url])
                entry.Problems.Add(1, $"the address {page.Url} is that of {page.Title}", "rename the file");
        }
    }
}
