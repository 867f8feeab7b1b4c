using Advocacy.Generator.Incremental;

namespace Advocacy.Generator.Loading;

/// <summary>The files of content. The folders are walked again only where a file may have been added or deleted.</summary>
/// <param name="AreSameAsBefore">Whether it is known that no other file changed than those in <paramref name="Changed"/>.</param>
internal sealed record SourceFiles(IEnumerable<InputFile> All, IReadOnlySet<string> Changed, bool AreSameAsBefore)
{
    public static SourceFiles Find(string folder, IBuildCache cache)
    {
        var changed = cache.TakeChangedFiles();
        if (changed is not null && cache.TryGet<FoundFiles>(folder, out var before) && changed.All(before.IsStillThere))
            return new SourceFiles(before.ByPath.Values, changed, AreSameAsBefore: true);
        var found = InputFile.Find(folder);
        if (cache.IsIncremental)
        {
            var kept = new FoundFiles(found.ToDictionary(source => source.File, StringComparer.Ordinal));
            cache.Keep(folder, kept);
            found = kept.ByPath.Values;
        }
        return new SourceFiles(found, changed ?? new HashSet<string>(), AreSameAsBefore: false);
    }

    private sealed record FoundFiles(Dictionary<string, InputFile> ByPath)
    {
        /// <summary>Whether the same files of content are there as before, after something happened to <paramref name="file"/>.</summary>
        public bool IsStillThere(string file) => ByPath.ContainsKey(file)
            ? new FileInfo(file) is { Exists: true, LinkTarget: null }
            : !Path.Exists(file)
                && !ByPath.Keys.Any(source => source.StartsWith(file + Path.DirectorySeparatorChar, StringComparison.Ordinal));
    }
}
