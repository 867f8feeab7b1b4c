namespace Advocacy.Generator.Publishing;

/// <summary>A build replaces everything in its output folder, so that folder must not hold anything else.</summary>
internal static class OutputFolderCheck
{
    /// <returns>Null where a site may be put there.</returns>
    public static (string What, string Fix)? ReasonToRefuse(BuildOptions options)
    {
        var output = Full(options.Output);
        foreach (var folder in (string[])[options.Input, options.Theme])
        {
            if (Holds(output, Full(folder)) || Holds(Full(folder), output))
                return ($"a site that is put here would take the place of files in {folder}", "name a folder of its own with --output");
        }
        if (File.Exists(output))
            return ("this is a file, and not a folder", "name a folder with --output");
        return Directory.Exists(output) && Directory.EnumerateFileSystemEntries(output)
            .Any() && !File.Exists(Path.Combine(output, OutputFolder.UrlList))
            ? (
                "the folder has files in it that are not an earlier site, and would be deleted",
                "name an empty folder with --output, or take them away yourself")
            : null;
    }

    private static string Full(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    private static bool Holds(string outer, string inner) =>
        inner == outer || inner.StartsWith(
            Path.EndsInDirectorySeparator(outer) ? outer : outer + Path.DirectorySeparatorChar,
            StringComparison.Ordinal);
}
