using Advocacy.Generator.Publishing;

namespace Advocacy.Preview.Server;

/// <summary>The folder that this preview builds into and serves from; no other preview has it meanwhile.</summary>
public sealed record OutputLease(string Folder, FolderLock Lock) : IDisposable
{
    private const int FoldersToTry = 20;

    private static readonly string _usual = Path.Combine(".cache", "preview", "site");

    /// <param name="folder">Null: the usual one, or the next that is free.</param>
    /// <returns>Null where another preview has it.</returns>
    public static OutputLease? Take(string? folder)
    {
        if (folder is not null)
            return One(folder);
        var folders = Enumerable.Range(1, FoldersToTry).Select(n => n == 1 ? _usual : $"{_usual}-{n}");
        return folders.Select(One).FirstOrDefault(taken => taken is not null);
    }

    public void Dispose() => Lock.Dispose();

    private static OutputLease? One(string folder)
    {
        var full = Path.GetFullPath(folder);
        var file = Path.Combine(Path.GetDirectoryName(full) ?? full, ".cache", $"{Path.GetFileName(full)}.previewed");
        return FolderLock.Take(file) is { } taken ? new OutputLease(folder, taken) : null;
    }
}
