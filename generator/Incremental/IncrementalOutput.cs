using System.Collections.Concurrent;
using Advocacy.Generator.Publishing;
using Advocacy.Generator.Validation;

namespace Advocacy.Generator.Incremental;

/// <summary>An output that nobody but the preview reads, and no page while it is written: changed files are written in their place.</summary>
internal sealed class IncrementalOutput : IOutput
{
    private readonly string _folder;
    private readonly ConcurrentDictionary<string, (string Source, long Size, DateTime Changed)> _copies = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, bool> _before;
    private ConcurrentDictionary<string, bool> _now = new(StringComparer.Ordinal);
    private int _written;

    public IncrementalOutput(string folder)
    {
        _folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(_folder);
        // By this the next preview knows the folder for one of a site, even if this one is ended before it has written all.
        File.AppendAllText(Path.Combine(_folder, PublishedUrls.File), "");
        _before = new(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
            .Select(file => KeyValuePair.Create(Path.GetRelativePath(_folder, file).Replace('\\', '/'), true)), StringComparer.Ordinal);
    }

    public void Write(string file, ReadOnlySpan<byte> bytes)
    {
        if (!_now.TryAdd(file, true))
            return;
        _copies.TryRemove(file, out _);
        var path = Path.Combine(_folder, file);
        if (_before.TryAdd(file, true))
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        else if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
            return;
        Interlocked.Increment(ref _written);
        File.WriteAllBytes(path, bytes);
    }

    public void Copy(string file, string source)
    {
        var info = new FileInfo(source);
        var copy = (source, info.Length, info.LastWriteTimeUtc);
        if (_now.ContainsKey(file) || _copies.TryGetValue(file, out var known) && known == copy && Keep(file))
            return;
        Write(file, File.ReadAllBytes(source));
        _copies[file] = copy;
    }

    public bool Keep(string file)
    {
        if (!_before.ContainsKey(file))
            return false;
        // Asked first, since adding takes a lock even where it adds nothing, and all pages may show one picture.
        if (!_now.ContainsKey(file))
            _now.TryAdd(file, true);
        return true;
    }

    /// <summary>Takes away the pages that are gone, so that the rest can be shown before the other files are written.</summary>
    /// <returns>How many files differ from the output before so far, those that are gone not counted.</returns>
    public int Show()
    {
        Clear(file => file.EndsWith(".html", StringComparison.Ordinal));
        return _written;
    }

    public int Finish()
    {
        Clear(_ => true);
        _before = _now;
        return _written;
    }

    /// <summary>Takes away what is gone.</summary>
    private void Clear(Func<string, bool> which)
    {
        foreach (var (file, _) in _before)
        {
            if (which(file) && !_now.ContainsKey(file))
                File.Delete(Path.Combine(_folder, file));
        }
    }

    /// <summary>Ends a build; where it did not finish, what it wrote stays, and nothing is taken away.</summary>
    public void Dispose() => (_now, _written) = (new(StringComparer.Ordinal), 0);
}
