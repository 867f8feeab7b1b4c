namespace Advocacy.Preview.Server;

/// <summary>
/// Watches all that is in a folder, also after the folder was taken away and put back, as git does between branches: the system forgets a
/// folder that goes, so its parent says when it comes again.
/// </summary>
internal sealed class FolderWatcher : IDisposable
{
    private readonly string _folder;
    private readonly Action<string?> _changed;
    private readonly FileSystemWatcher? _parent;
    private readonly Lock _lock = new();
    private FileSystemWatcher? _inside;
    private bool _isOver;

    /// <param name="changed">Takes the path; null where events were lost, so that it can be any.</param>
    public FolderWatcher(string folder, Action<string?> changed)
    {
        (_folder, _changed) = (folder, changed);
        Open();
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (Path.GetDirectoryName(full) is not { } parent)
            return;
        _parent = new FileSystemWatcher(parent, Path.GetFileName(full))
        {
            NotifyFilter = NotifyFilters.DirectoryName | NotifyFilters.FileName,
        };
        _parent.Created += (_, _) => OpenAgain();
        _parent.Deleted += (_, _) => OpenAgain();
        _parent.Renamed += (_, _) => OpenAgain();
        _parent.Error += (_, _) => OpenAgain();
        _parent.EnableRaisingEvents = true;
    }

    private void OpenAgain()
    {
        Open();
        _changed(null);
    }

    private void Open()
    {
        lock (_lock)
        {
            _inside?.Dispose();
            _inside = _isOver || !Directory.Exists(_folder) ? null : TryWatch();
        }
    }

    /// <returns>Null where the folder has gone meanwhile; its parent will say when it is back.</returns>
    private FileSystemWatcher? TryWatch()
    {
        try
        {
            return Watch();
        }
        catch (Exception e) when (e is ArgumentException or FileNotFoundException)
        {
            return null;
        }
    }

    private FileSystemWatcher Watch()
    {
        var watcher = new FileSystemWatcher(_folder)
        {
            IncludeSubdirectories = true,
            InternalBufferSize = 64 * 1024,
            // With attributes: whether a file may be read is one.
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size
                | NotifyFilters.Attributes,
        };
        watcher.Changed += (_, change) => _changed(change.FullPath);
        watcher.Created += (_, change) => _changed(change.FullPath);
        watcher.Deleted += (_, change) => _changed(change.FullPath);
        watcher.Renamed += (_, change) =>
        {
            // Many editors save by renaming a temporary file to the real name: either may be the one that matters.
            _changed(change.OldFullPath);
            _changed(change.FullPath);
        };
        watcher.Error += (_, _) => _changed(null);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    public void Dispose()
    {
        _parent?.Dispose();
        lock (_lock)
        {
            _isOver = true;
            _inside?.Dispose();
        }
    }
}
