using System.Collections.Immutable;
using Advocacy.Generator.Loading;

namespace Advocacy.Generator;

/// <param name="Problems">Sorted by place; where there are any, the output is as it was.</param>
/// <param name="Pages">HTML pages in the output.</param>
/// <param name="Written">Files that differ from the output before.</param>
/// <param name="NextChange">The next instant at which the output would change by itself; null where it never would.</param>
public sealed record BuildResult(ImmutableArray<Problem> Problems, int Pages, int Written, DateTimeOffset? NextChange)
{
    /// <summary>With or without problems.</summary>
    public ImmutableArray<Warning> Warnings { get; init; } = [];

    internal static BuildResult Failed(Problems problems, ImmutableArray<Warning> warnings) =>
        new(problems.Report(), 0, 0, null) { Warnings = warnings };
}
