using System.Collections.Immutable;

namespace Advocacy.Generator.Cli;

/// <summary>A command line as it was understood.</summary>
public abstract record ParsedCommand
{
    /// <param name="Options">By name; a switch has an empty value.</param>
    public sealed record Run(CommandSyntax Command, ImmutableDictionary<string, string> Options, ImmutableArray<string> Words)
        : ParsedCommand
    {
        public string? this[CommandOption option] => Options.GetValueOrDefault(option.Name);

        public bool Has(CommandOption option) => Options.ContainsKey(option.Name);
    }

    /// <summary>Help or the version was asked for.</summary>
    public sealed record Print(string Text) : ParsedCommand;

    /// <param name="Wrong">A sentence without a full stop.</param>
    /// <param name="Command">Null where none that is known was named.</param>
    public sealed record Misuse(string Wrong, CommandSyntax? Command) : ParsedCommand
    {
        public string Sentence => Wrong.EndsWith('?') ? Wrong : $"{Wrong}.";
    }
}
