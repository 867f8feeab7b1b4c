using System.Diagnostics.CodeAnalysis;

namespace Advocacy.Generator.Incremental;

/// <summary>For a build that is the only one of its process: nothing is kept.</summary>
public sealed class NoBuildCache : IBuildCache
{
    public static NoBuildCache Instance { get; } = new();

    public bool IsIncremental => false;

    public bool TryGet<T>(string key, [MaybeNullWhen(false)] out T result) where T : class
    {
        result = null;
        return false;
    }

    public void Keep<T>(string key, T result) where T : class
    {
    }

    public void Remove<T>(string key) where T : class
    {
    }

    public IReadOnlySet<string>? TakeChangedFiles() => null;
}
