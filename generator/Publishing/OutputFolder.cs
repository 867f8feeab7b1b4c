using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Advocacy.Generator.Publishing;

/// <summary>
/// A new output beside the old one. A file that did not change is the old file itself (a hard link), and the two folders change
/// places in one step, so that a reader always sees either the old site or the new one.
/// </summary>
internal sealed partial class OutputFolder : IOutput
{
    /// <summary>The file by which an output folder is known as one of a site: the list of every address once published.</summary>
    public const string UrlList = "urls.txt";

    private readonly string _output;
    private readonly string _stage;
    private readonly ConcurrentDictionary<string, bool> _folders = new();
    private readonly ConcurrentDictionary<string, bool> _files = new();
    private readonly bool _hasOld;
    private int _written;

    public OutputFolder(string output, string cache)
    {
        _output = Path.GetFullPath(output);
        _stage = Path.GetFullPath(Path.Combine(cache, $"stage-{Path.GetFileName(_output)}"));
        Directory.CreateDirectory(cache);
        if (Directory.Exists(_stage))
            Directory.Delete(_stage, recursive: true);
        Directory.CreateDirectory(_stage);
        Recover();
        _hasOld = Directory.Exists(_output);
    }

    private string Aside => _output + ".old";

    public void Write(string file, ReadOnlySpan<byte> bytes)
    {
        if (!_files.TryAdd(file, true))
            return;
        var target = Target(file);
        var old = _hasOld ? Path.Combine(_output, file) : null;
        if (old is not null && Same(old, bytes) && Link(old, target))
            return;
        Interlocked.Increment(ref _written);
        using var handle = File.OpenHandle(target, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        RandomAccess.Write(handle, bytes, 0);
    }

    public void Copy(string file, string source)
    {
        if (!_files.ContainsKey(file))
            Write(file, File.ReadAllBytes(source));
    }

    public bool Keep(string file)
    {
        var old = Path.Combine(_output, file);
        if (!File.Exists(old))
            return false;
        Copy(file, old);
        return true;
    }

    public int Finish()
    {
        if (!Directory.Exists(_output))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_output)!);
            Directory.Move(_stage, _output);
        }
        else if (!Exchange(_stage, _output))
        {
            Directory.Move(_output, Aside);
            Directory.Move(_stage, _output);
            Directory.Delete(Aside, recursive: true);
        }
        return _written;
    }

    public void Dispose()
    {
        if (Directory.Exists(_stage))
            Directory.Delete(_stage, recursive: true);
    }

    /// <summary>Where folders cannot change places in one step, a killed build may have left the old output aside.</summary>
    private void Recover()
    {
        if (!Directory.Exists(Aside))
            return;
        if (Directory.Exists(_output))
            Directory.Delete(Aside, recursive: true);
        else
            Directory.Move(Aside, _output);
    }

    private string Target(string file)
    {
        var target = OutputPath.Of(_stage, file);
        var folder = Path.GetDirectoryName(target)!;
        if (!_folders.ContainsKey(folder))
        {
            Directory.CreateDirectory(folder);
            _folders[folder] = true;
        }
        return target;
    }

    private static bool Same(string file, ReadOnlySpan<byte> bytes)
    {
        var info = new FileInfo(file);
        return info.Exists && info.Length == bytes.Length && File.ReadAllBytes(file).AsSpan().SequenceEqual(bytes);
    }

    private static bool Link(string from, string to) =>
        (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS()) && HardLink(from, to) == 0;

    private static bool Exchange(string a, string b)
    {
        const int CurrentFolder = -100;
        const uint ExchangeFlag = 2;
        return OperatingSystem.IsLinux() && RenameAt(CurrentFolder, a, CurrentFolder, b, ExchangeFlag) == 0;
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int HardLink(string from, string to);

    /// <summary>renameat2(2) with RENAME_EXCHANGE.</summary>
    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameAt(int fromFolder, string from, int toFolder, string to, uint flags);
}
