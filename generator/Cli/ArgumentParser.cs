using System.Collections.Immutable;
using Advocacy.Generator.Text;

namespace Advocacy.Generator.Cli;

/// <summary>Reads a command line, by one set of rules for the generator and the preview.</summary>
/// <remarks>
/// By hand, because System.CommandLine 2.0.15 costs 32 ms of start-up to parse, and 52 ms to parse and invoke, where the runtime
/// compiles it: medians of 20 pairs against a parser of this kind, in a program that starts in 90 ms. The programs write nothing
/// in color but the preview's faults, where <c>NO_COLOR</c> is heeded.
/// </remarks>
public static class ArgumentParser
{
    public static ParsedCommand Parse(ProgramSyntax program, IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(args);
        if (args is ["--version"])
            return new ParsedCommand.Print(program.Version);
        if (program.HasOneCommand)
            return WantsHelp(args) ? new ParsedCommand.Print(program.Help()) : Options(program.Commands[0], [.. args]);
        if (args.Count == 0)
            return new ParsedCommand.Print(program.Help());

        // As git has it: help build.
        string[] said = args[0] == "help" && args.Count > 1 ? [.. args.Skip(1), "--help"] : [.. args];
        var (name, rest) = (said[0], said[1..]);
        var command = program.Commands.FirstOrDefault(known => known.Name == name);
        if (command is null && (name == "help" || WantsHelp(said)))
            return new ParsedCommand.Print(program.Help());
        return command is null ? UnknownCommand(program, name)
            : WantsHelp(rest) ? new ParsedCommand.Print(program.Help(command))
            : Options(command, rest);
    }

    private static bool WantsHelp(IReadOnlyList<string> args) => args.Any(arg => arg is "--help" or "-h");

    private static ParsedCommand.Misuse UnknownCommand(ProgramSyntax program, string name) =>
        new($"\"{name}\" is not a command{DidYouMean(name, program.Commands.Select(known => known.Name))}", null);

    private static ParsedCommand.Misuse UnknownOption(CommandSyntax command, string name) =>
        new($"\"{name}\" is not an option{DidYouMean(name, command.Options.Select(known => known.Name))}", command);

    private static ParsedCommand Options(CommandSyntax command, ReadOnlySpan<string> args)
    {
        var options = ImmutableDictionary.CreateBuilder<string, string>();
        var words = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < args.Length; i++)
        {
            var arg = args[i];
            if (!arg.StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(arg);
                continue;
            }
            var (name, value) = arg.Split('=', 2) is [var before, var behind] ? (before, behind) : (arg, null);
            if (command.Options.FirstOrDefault(known => known.Name == name) is not { } option)
                return UnknownOption(command, name);
            if (option.Value is null && value is not null)
                return new ParsedCommand.Misuse($"{name} takes no value", command);
            if (option.Value is not null && value is null)
            {
                if (i + 1 == args.Length || args[i + 1].StartsWith("--", StringComparison.Ordinal))
                    return new ParsedCommand.Misuse($"{name} needs a value", command);
                value = args[++i];
            }
            options[name] = value ?? "";
        }
        return words.Count <= command.Words.Length
            ? new ParsedCommand.Run(command, options.ToImmutable(), words.ToImmutable())
            : new ParsedCommand.Misuse($"\"{words[command.Words.Length]}\" is one word too many{Quotes(command)}", command);
    }

    private static string Quotes(CommandSyntax command) => command.Words.IsEmpty ? "" : "; put the title in quotation marks";

    private static string DidYouMean(string name, IEnumerable<string> known) =>
        SpellingSuggestion.To(name, known) is { } near ? $"; did you mean {near}?" : "";
}
