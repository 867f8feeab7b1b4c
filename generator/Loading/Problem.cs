using System.Collections.Immutable;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Text;

namespace Advocacy.Generator.Loading;

/// <summary>Something a writer can fix.</summary>
/// <param name="Path">From the folder the command runs in, with forward slashes.</param>
/// <param name="Line">From 1.</param>
/// <param name="What">What is wrong, without a full stop.</param>
/// <param name="Fix">How to fix it, without a full stop.</param>
public sealed record Problem(string Path, int Line, string What, string Fix)
{
    /// <summary>Whether a translation has it from its original.</summary>
    public bool IsInherited { get; init; }

    /// <summary>The report of all that was found: each problem once, at the place where it is to be fixed, in order.</summary>
    public static ImmutableArray<Problem> Report(IReadOnlyCollection<Problem> found) =>
        [.. Translations.WithoutInherited(found).Distinct().Order(Comparer<Problem>.Create(ByPlace))];

    /// <summary>The order of a report: by file, by line, then by words.</summary>
    public static int ByPlace(Problem a, Problem b) =>
        string.CompareOrdinal(a.Path, b.Path) is var path and not 0 ? path
        : a.Line != b.Line ? a.Line.CompareTo(b.Line)
        : string.CompareOrdinal(a.What, b.What);

    public override string ToString() => OneLine.Of($"{Path}:{Line}: {What}; {Fix}.");
}
