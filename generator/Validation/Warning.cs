using Advocacy.Generator.Text;

namespace Advocacy.Generator.Validation;

/// <summary>Something that the staff should fix, and that keeps nothing from being published.</summary>
/// <param name="Path">From the folder the command runs in, with forward slashes.</param>
/// <param name="What">Without a full stop.</param>
/// <param name="Fix">Without a full stop.</param>
public sealed record Warning(string Path, string What, string Fix)
{
    public override string ToString() => OneLine.Of($"warning: {Path} {What}; {Fix}.");
}
