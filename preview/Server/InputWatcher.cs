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

    private readonly List<FileSystemWatcher> watchers;
    private readonly Action<string?> changed;

    /// <param name="changed">Takes the path; null where events were lost, so that it can be any.</param>
    public InputWatcher(string input, string theme, Action<string?> changed)
    {
        this.changed = changed;
        watchers =
        [
            Watch(input, path => !IsTemporary(path)),
            Watch(theme, path => !IsTemporary(path) && !IsBuilt(theme, path) && UncompiledTheme.Contains(Path.GetExtension(path))),
        ];
    }

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

    private FileSystemWatcher Watch(string folder, Func<string, bool> matters)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            InternalBufferSize = 64 * 1024,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Changed += (_, change) => Notify(change.FullPath);
        watcher.Created += (_, change) => Notify(change.FullPath);
        watcher.Deleted += (_, change) => Notify(change.FullPath);
        watcher.Renamed += (_, change) =>
        {
            // Many editors save by renaming a temporary file to the real name: either may be the one that matters.
            Notify(change.OldFullPath);
            Notify(change.FullPath);
        };
        watcher.Error += (_, _) => changed(null);
        watcher.EnableRaisingEvents = true;
        return watcher;

        void Notify(string path)
        {
            if (matters(path)) changed(path);
        }
    }

    public void Dispose() => watchers.ForEach(watcher => watcher.Dispose());
}
