using Advocacy.Generator.Text;

namespace Advocacy.Generator.Loading;

/// <summary>Something that the staff should fix, and that keeps nothing from being published.</summary>
/// <param name="Path">From the folder the command runs in, with forward slashes.</param>
/// <param name="What">Without a full stop.</param>
/// <param name="Fix">Without a full stop.</param>
public sealed record Warning(string Path, string What, string Fix)
{
    /// <summary>From 1; null where the whole file is meant.</summary>
    public int? Line { get; init; }

    public override string ToString() => OneLine.Of(
        Line is { } line ? $"warning: {Path}:{line}: {What}; {Fix}." : $"warning: {Path} {What}; {Fix}.");
}
