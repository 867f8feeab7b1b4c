using System.Collections.Immutable;

namespace Advocacy.Generator.Cli;

/// <summary>What a command takes.</summary>
/// <param name="Name">As it is written, such as <c>build</c>; the program's own name where it has one command only.</param>
/// <param name="Summary">One sentence.</param>
public sealed record CommandSyntax(string Name, string Summary, ImmutableArray<CommandOption> Options)
{
    /// <summary>What stands for each word in the help, in their order.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Whole lines to copy.</summary>
    public ImmutableArray<string> Examples { get; init; } = [];
}
