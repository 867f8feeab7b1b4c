using System.Collections.Immutable;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Planning;

namespace Advocacy.Generator.Validation;

/// <summary>
/// An embargo covers files, too. A file belongs to the <c>index.md</c> of its folder; where there is none, to the pages of that folder
/// that use it. It is public when one of its owners is, and until then no public page may show it or link to it.
/// </summary>
public static class EmbargoedFileCheck
{
    public static void Check(ImmutableArray<Entry> entries, Gate gate, Attachments attachments, string input)
    {
        if (!attachments.Uses.Any())
            return;
        var byFile = entries.ToLookup(e => Path.GetFullPath(e.File), StringComparer.Ordinal);
        var byPath = entries.ToLookup(e => e.Content.Path, StringComparer.Ordinal);
        var root = Path.GetFullPath(input);
        foreach (var uses in attachments.Uses.GroupBy(u => u.Value, StringComparer.Ordinal))
        {
            var folder = Path.GetDirectoryName(uses.Key)!;
            Entry[] owners = folder == root ? [] : [.. byFile[Path.Combine(folder, "index.md")]];
            if (owners.Length == 0)
                owners = [.. uses.SelectMany(u => byPath[u.Problems.Path]).Where(e => Path.GetFullPath(e.Folder) == folder).OrderBy(e => e.Content.Url, StringComparer.Ordinal)];
            if (owners.Length == 0 || owners.Any(IsPublic))
                continue;
            foreach (var use in uses.Where(u => byPath[u.Problems.Path].All(IsPublic)))
            {
                use.Problems.Add(use.Line, $"{Path.GetFileName(uses.Key)} is a file of {owners[0].Content.Url}, which is {(gate.Shows(owners[0].Content) ? "withdrawn" : "not public")}",
                    "take it out, or publish that page first");
            }
        }

        bool IsPublic(Entry entry) => gate.Shows(entry.Content) && entry.Content.Withdrawn is null;
    }
}
