using System.Collections.Concurrent;
using Advocacy.Generator.Loading.Entries;

namespace Advocacy.Generator.Loading;

/// <summary>All that is wrong, wherever it was found; safe to add to from many threads.</summary>
/// <param name="path">The file that <see cref="Add(int, string, string)"/> speaks of.</param>
public sealed class Problems(string path, ConcurrentBag<Problem> found)
{
    public string Path { get; } = path;

    /// <summary>Whether nothing was added here, whatever was found elsewhere.</summary>
    public bool IsEmpty { get; private set; } = true;

    public Problems For(string file) => new(file, found);

    /// <param name="line">From 1; <see cref="Translations.InOriginal"/> where a translation's file does not say it.</param>
    public void Add(int line, string what, string fix)
    {
        IsEmpty = false;
        found.Add(new Problem(Path, Math.Max(line, 1), what, fix) { IsInherited = line == Translations.InOriginal });
    }
}
