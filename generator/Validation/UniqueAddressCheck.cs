using Advocacy.Content.PressReleases;

namespace Advocacy.Generator.Validation;

/// <summary>No two pages share an address.</summary>
internal sealed class UniqueAddressCheck : ISiteCheck
{
    public CheckStage Stage => CheckStage.Loaded;

    public void Check(CheckContext context)
    {
        var entries = context.Input.Entries;
        var seen = new HashSet<string>(entries.Length, StringComparer.Ordinal);
        var shared = entries.Where(e => !seen.Add(e.Content.Url)).Select(e => e.Content.Url).ToHashSet(StringComparer.Ordinal);
        foreach (var same in entries.Where(e => shared.Contains(e.Content.Url)).GroupBy(e => e.Content.Url, StringComparer.Ordinal))
        {
            var first = same.MinBy(e => e.Content.Path, StringComparer.Ordinal)!;
            foreach (var other in same.Where(e => e != first))
                other.Problems.Add(1, $"the address {same.Key} is that of {first.Content.Path}, too", "rename one of them");
        }
        // The archive of a year is there as soon as the year has a release.
        foreach (var year in entries.Where(e => e.Content is PressRelease && e.Slug is { Length: 4 } slug && slug.All(char.IsAsciiDigit)))
            year.Problems.Add(1, $"the address {year.Content.Url} is that of a year's archive", "rename it to say what it is about");
    }
}
