using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Advocacy.Generator.Incremental;

/// <summary>Keeps the results of builds in memory, for as long as a preview runs.</summary>
internal sealed class BuildCache : IBuildCache
{
    private readonly ConcurrentDictionary<Type, ConcurrentDictionary<string, object>> _results = new();
    private readonly Lock _lock = new();
    private HashSet<string>? _changedFiles;

    public bool IsIncremental => true;

    public bool TryGet<T>(string key, [MaybeNullWhen(false)] out T result) where T : class
    {
        result = ResultsOf<T>().TryGetValue(key, out var kept) ? (T)kept : null;
        return result is not null;
    }

    public void Keep<T>(string key, T result) where T : class => ResultsOf<T>()[key] = result;

    public void Remove<T>(string key) where T : class => ResultsOf<T>().TryRemove(key, out _);

    /// <summary>Says that a file may have changed.</summary>
    /// <param name="file">Null where any file may have changed.</param>
    public void FileChanged(string? file)
    {
        lock (_lock)
        {
            if (file is null)
                _changedFiles = null;
            else
                _changedFiles?.Add(Path.GetFullPath(file));
        }
    }

    public IReadOnlySet<string>? TakeChangedFiles()
    {
        lock (_lock)
        {
            var changed = _changedFiles;
            _changedFiles = new HashSet<string>(StringComparer.Ordinal);
            return changed;
        }
    }

    private ConcurrentDictionary<string, object> ResultsOf<T>() =>
        _results.GetOrAdd(typeof(T), _ => new ConcurrentDictionary<string, object>(StringComparer.Ordinal));
}
