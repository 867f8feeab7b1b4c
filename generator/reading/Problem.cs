namespace Advocacy.Generator.Reading;

/// <summary>Something a writer can mend.</summary>
/// <param name="Path">From the folder the command runs in, with forward slashes.</param>
/// <param name="Line">From 1.</param>
/// <param name="What">What is wrong, without a full stop.</param>
/// <param name="Mend">How to mend it, without a full stop.</param>
public sealed record Problem(string Path, int Line, string What, string Mend) : IComparable<Problem>
{
    public int CompareTo(Problem? other) => other is null ? 1
        : string.CompareOrdinal(Path, other.Path) is var path and not 0 ? path
        : Line != other.Line ? Line.CompareTo(other.Line)
        : string.CompareOrdinal(What, other.What);

    public override string ToString() => $"{Path}:{Line}: {What}; {Mend}.";
}
