using System.Collections.Immutable;
using System.Reflection;
using System.Text;

namespace Advocacy.Generator.Cli;

/// <summary>What a program takes, and the help that says so.</summary>
/// <param name="Name">As it is started.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Commands">One: then it is not named on the command line.</param>
public sealed record ProgramSyntax(string Name, string Summary, ImmutableArray<CommandSyntax> Commands)
{
    private const string HelpOption = "--help";

    private static readonly (string, string) _version = ("--version", "which version this is");

    public bool HasOneCommand => Commands.Length == 1;

    public string Version
    {
        get
        {
            var version = typeof(ProgramSyntax).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
            return $"{Name} {version?.InformationalVersion}";
        }
    }

    /// <summary>Of the whole program.</summary>
    public string Help()
    {
        if (HasOneCommand)
            return Help(Commands[0]);
        var text = new StringBuilder($"{Summary}\n\nUsage: {Name} COMMAND [OPTIONS]\n\nCommands:\n");
        Table(text, Commands.Select(command => (command.Name, command.Summary)));
        text.Append("\nOptions:\n");
        Table(text, [(HelpOption, $"this help; {Name} COMMAND {HelpOption} has examples"), _version]);
        return text.Append(ExitCode.Help).ToString();
    }

    /// <summary>Of one command.</summary>
    public string Help(CommandSyntax command)
    {
        var call = string.Join(' ', command.Words.Prepend(Call(command)));
        var text = new StringBuilder($"{command.Summary}\n\nUsage: {call} [OPTIONS]\n\nOptions:\n");
        var own = command.Options.Select(option => (option.ToString(), option.Help)).Append((HelpOption, "this help"));
        Table(text, HasOneCommand ? own.Append(_version) : own);
        text.Append("\nExamples:\n");
        foreach (var example in command.Examples)
            text.Append("  ").Append(example).Append('\n');
        return text.Append(ExitCode.Help).ToString();
    }

    /// <summary>Answers a command line that runs nothing.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> AnswerAsync(ParsedCommand parsed, TextWriter output, TextWriter errors)
    {
        if (parsed is ParsedCommand.Print print)
        {
            await output.WriteLineAsync(print.Text.TrimEnd());
            return ExitCode.Done;
        }
        var misuse = (ParsedCommand.Misuse)parsed;
        var call = misuse.Command is null ? Name : Call(misuse.Command);
        await errors.WriteLineAsync($"{misuse.Sentence}\n\nSee: {call} {HelpOption}");
        return ExitCode.Usage;
    }

    private string Call(CommandSyntax command) => HasOneCommand ? Name : $"{Name} {command.Name}";

    private static void Table(StringBuilder text, IEnumerable<(string Name, string Help)> rows)
    {
        var all = rows.ToArray();
        var width = all.Max(row => row.Name.Length);
        foreach (var (name, help) in all)
            text.Append("  ").Append(name.PadRight(width)).Append("  ").Append(help).Append('\n');
    }
}
