using System.Collections.Concurrent;
using System.Collections.Immutable;
using Advocacy.Generator.Loading.Entries;

namespace Advocacy.Generator.Loading;

/// <summary>Collects what is wrong in all files, on many threads.</summary>
/// <param name="path">The file that <see cref="Add"/> reports on.</param>
public sealed class Problems(string path, ConcurrentBag<Problem> found)
{
    /// <summary>For a new build or command.</summary>
    public Problems(string path) : this(path, [])
    {
    }

    public string Path { get; } = path;

    /// <summary>Whether nothing was found in any file.</summary>
    public bool NoneFound => found.IsEmpty;

    /// <summary>Whether nothing was added by this object; others may have added problems of other files.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Every problem of every file, once, in the order of a report.</summary>
    public ImmutableArray<Problem> Report() => Problem.Report(found);

    public Problems For(string file) => new(file, found);

    /// <param name="line">From 1; <see cref="Translations.InOriginal"/> where the line is in the file of the original, not of the
    /// translation.</param>
    public void Add(int line, string what, string fix)
    {
        IsEmpty = false;
        found.Add(new Problem(Path, Math.Max(line, 1), what, fix) { IsInherited = line == Translations.InOriginal });
    }
}
