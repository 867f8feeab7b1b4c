using System.Collections.Concurrent;

namespace Advocacy.Generator.Publishing;

/// <summary>The output of a preview, which only the preview reads: changed files are written in place.</summary>
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
        // This file marks the folder as the output of a site, even if the preview ends before it has written everything.
        File.AppendAllText(Path.Combine(_folder, OutputFolder.UrlList), "");
        _before = new(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
            .Select(file => KeyValuePair.Create(Path.GetRelativePath(_folder, file).Replace('\\', '/'), true)), StringComparer.Ordinal);
    }

    public void Write(string file, ReadOnlySpan<byte> bytes)
    {
        if (!_now.TryAdd(file, true))
            return;
        _copies.TryRemove(file, out _);
        var path = OutputPath.Of(_folder, file);
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
        // Checked first: adding takes a lock even where it adds nothing, and all pages may show one picture.
        if (!_now.ContainsKey(file))
            _now.TryAdd(file, true);
        return true;
    }

    /// <summary>Deletes the pages that are gone, so that the rest can be shown before the other files are written.</summary>
    /// <returns>How many files differ from the output before so far, those that are gone not counted.</returns>
    public int RemoveOldPages()
    {
        Delete(file => file.EndsWith(".html", StringComparison.Ordinal));
        return _written;
    }

    public int Finish()
    {
        Delete(_ => true);
        _before = _now;
        return _written;
    }

    /// <summary>Deletes what is gone.</summary>
    private void Delete(Func<string, bool> isMeant)
    {
        foreach (var (file, _) in _before)
        {
            if (isMeant(file) && !_now.ContainsKey(file))
                File.Delete(Path.Combine(_folder, file));
        }
    }

    /// <summary>Ends a build; where it did not finish, what it wrote stays, and nothing is deleted.</summary>
    public void Dispose() => (_now, _written) = (new(StringComparer.Ordinal), 0);
}
