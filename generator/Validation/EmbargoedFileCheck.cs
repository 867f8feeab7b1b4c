using Advocacy.Generator.Loading.Entries;

namespace Advocacy.Generator.Validation;

/// <summary>
/// An embargo covers files, too. A file belongs to the <c>index.md</c> of its folder; where there is none, to the pages of that folder
/// that use it. It is public when one of its owners is, and until then no public page may show it or link to it.
/// </summary>
internal sealed class EmbargoedFileCheck : ISiteCheck
{
    public CheckStage Stage => CheckStage.Rendered;

    public void Check(CheckContext context)
    {
        var attachments = context.Site.Attachments;
        if (!attachments.Uses.Any())
            return;
        var entries = context.Input.Entries;
        var byFile = entries.ToLookup(e => Path.GetFullPath(e.File), StringComparer.Ordinal);
        var byPath = entries.ToLookup(e => e.Content.Path, StringComparer.Ordinal);
        var root = Path.GetFullPath(context.Options.Input);
        foreach (var uses in attachments.Uses.GroupBy(u => u.Value, StringComparer.Ordinal))
        {
            var owners = OwnersOf(uses);
            if (owners.Length == 0 || owners.Any(IsPublic))
                continue;
            var owner = owners[0].Content;
            var state = context.Gate.Shows(owner) ? "withdrawn" : "not public";
            foreach (var use in uses.Where(u => byPath[u.Problems.Path].All(IsPublic)))
            {
                use.Problems.Add(
                    use.Line,
                    $"{Path.GetFileName(uses.Key)} is a file of {owner.Url}, which is {state}",
                    "take it out, or publish that page first");
            }
        }

        Entry[] OwnersOf(IGrouping<string, Located<string>> uses)
        {
            var folder = Path.GetDirectoryName(uses.Key)!;
            Entry[] index = folder == root ? [] : [.. byFile[Path.Combine(folder, "index.md")]];
            return index.Length > 0
                ? index
                : [.. uses.SelectMany(u => byPath[u.Problems.Path])
                    .Where(e => Path.GetFullPath(e.Folder) == folder)
                    .OrderBy(e => e.Content.Url, StringComparer.Ordinal)];
        }

        bool IsPublic(Entry entry) => context.Gate.Shows(entry.Content) && entry.Content.Withdrawn is null;
    }
}
