using System.Diagnostics.CodeAnalysis;

namespace Advocacy.Generator.Incremental;

/// <summary>
/// What a build leaves to the next one, so that only what changed is done again. A step keeps each result together with what it depended on
/// (<see cref="DependencyRecorder{TSource}"/>); the next build takes the result as long as those dependencies still have the same values.
/// Shake and Salsa work this way; the idea is described in Mokhov, Mitchell, Peyton Jones, "Build Systems à la Carte" (ICFP 2018), under
/// "verifying traces".
/// </summary>
public interface IBuildCache
{
    /// <summary>Whether a build may follow that takes what this one keeps.</summary>
    bool IsIncremental { get; }

    /// <summary>A result of an earlier build. Each type of result has keys of its own. Safe on many threads.</summary>
    bool TryGet<T>(string key, [MaybeNullWhen(false)] out T result) where T : class;

    void Keep<T>(string key, T result) where T : class;

    void Remove<T>(string key) where T : class;

    /// <summary>Hands over the changes of files since the last time it was called.</summary>
    /// <returns>Full paths; null where any file may have changed.</returns>
    IReadOnlySet<string>? TakeChangedFiles();
}

public static class BuildCacheExtensions
{
    /// <summary>Records only where a later build compares.</summary>
    public static DependencyRecorder<TSource> NewRecorder<TSource>(this IBuildCache cache) => new(cache.IsIncremental);

    public static T GetOrCreate<T>(this IBuildCache cache, string key, Func<T> create) where T : class
    {
        if (cache.TryGet<T>(key, out var kept))
            return kept;
        var created = create();
        cache.Keep(key, created);
        return created;
    }

    /// <returns>The value of the build before where it is equal, so that later steps can compare by reference.</returns>
    public static T SameIfEqual<T>(this IBuildCache cache, string key, T now, Func<T, T, bool>? areEqual = null) where T : class
    {
        if (cache.TryGet<T>(key, out var before) && (areEqual ?? EqualityComparer<T>.Default.Equals)(before, now))
            return before;
        cache.Keep(key, now);
        return now;
    }
}
