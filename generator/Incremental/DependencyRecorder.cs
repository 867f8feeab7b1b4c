namespace Advocacy.Generator.Incremental;

/// <summary>
/// Records every value that one file takes from the rest of the site (its dependencies), and how to get that value again.
/// As long as all values are the same, the result of the file is the same, too.
/// </summary>
/// <typeparam name="TSource">Where the values come from.</typeparam>
/// <param name="isRecording">False where no later build compares.</param>
public sealed class DependencyRecorder<TSource>(bool isRecording)
{
    private readonly List<(Func<TSource, object?> Get, object? Value)> _dependencies = [];

    public TValue? Get<TValue>(TSource source, Func<TSource, TValue?> get) where TValue : class
    {
        var value = get(source);
        if (isRecording)
            _dependencies.Add((get, value));
        return value;
    }

    /// <summary>Whether another recorder got the same values in the same order.</summary>
    public bool HasSameValues(DependencyRecorder<TSource> other) =>
        _dependencies.Count == other._dependencies.Count
        && _dependencies.Zip(other._dependencies).All(both => Equals(both.First.Value, both.Second.Value));

    /// <summary>Gets all values again, and compares them.</summary>
    public bool IsUpToDate(TSource source) => _dependencies.TrueForAll(dependency => Equals(dependency.Get(source), dependency.Value));
}
