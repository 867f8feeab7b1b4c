namespace Advocacy.Preview.Server;

/// <summary>Reports each change in the input, and in those files of the theme that are not compiled.</summary>
public sealed class InputWatcher : IDisposable
{
    // No extension: a new folder counts, because files made in it at once come before the system can watch it.
    private static readonly HashSet<string> UncompiledTheme = new(StringComparer.OrdinalIgnoreCase)
    {
        "", ".css", ".js", ".woff2", ".woff", ".ttf", ".svg", ".png", ".ico", ".jpg", ".avif", ".webp",
        ".txt", ".yml", ".json", ".webmanifest",
    };

    private readonly List<FolderWatcher> watchers;

    /// <param name="changed">Takes the path; null where events were lost, so that it can be any.</param>
    public InputWatcher(string input, string theme, Action<string?> changed) =>
        watchers =
        [
            Watch(input, path => !IsTemporary(path), changed),
            Watch(theme, path => !IsTemporary(path) && !IsBuilt(theme, path) && UncompiledTheme.Contains(Path.GetExtension(path)), changed),
        ];

    /// <summary>Whether the name is one that editors and file managers give to what they are about to delete.</summary>
    public static bool IsTemporary(string path)
    {
        var name = Path.GetFileName(path);
        return name.EndsWith('~') || name.StartsWith(".#", StringComparison.Ordinal)
            || (name.StartsWith('#') && name.EndsWith('#'))
            || name is "4913" or ".DS_Store" or "Thumbs.db" // 4913: vim asks so whether it may write in a folder
            || Path.GetExtension(name) is ".swp" or ".swo" or ".swx" or ".tmp" or ".crdownload" or ".part"
            || name.Contains("___jb_", StringComparison.Ordinal);
    }

    private static bool IsBuilt(string folder, string path) =>
        Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj";

    private static FolderWatcher Watch(string folder, Func<string, bool> matters, Action<string?> changed) => new(folder, path =>
    {
        if (path is null || matters(path))
            changed(path);
    });

    public void Dispose() => watchers.ForEach(watcher => watcher.Dispose());
}
