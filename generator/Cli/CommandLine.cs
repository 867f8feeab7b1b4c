using System.Diagnostics;
using System.Globalization;

namespace Advocacy.Generator.Cli;

/// <summary>The generator as a command. Its exit codes are those of <see cref="ExitCode"/>.</summary>
public static class CommandLine
{
    private static readonly CommandOption _output = new("--output", "DIR", "where the site is written; output if it is not named");
    private static readonly CommandOption _baseUrl = new("--base-url", "URL", "takes the place of BaseUrl in site.yml");

    private static readonly CommandOption _document =
        new("--document", "FILE", "one file only: what it hides, and what it lacks for those who use it");

    private static readonly CommandSyntax _build =
        new("build", "Builds the site.", [SiteOptions.Input, SiteOptions.Theme, _output, SiteOptions.At, SiteOptions.Drafts, _baseUrl])
        {
            Examples =
            [
                "generator build",
                "generator build --drafts --output /tmp/rehearsal",
                "generator build --at 2026-12-01T09:00 --base-url https://staging.example.org",
            ],
        };

    private static readonly CommandSyntax _check = _build with
    {
        Name = "check",
        Summary = "Finds all problems as build would, and writes nothing.",
        Options = _build.Options.Add(_document),
        Examples =
        [
            "generator check",
            "generator check --at 2026-12-01T09:00",
            "generator check --document input/petitions/our-petition/letter.pdf",
        ],
    };

    private static readonly CommandSyntax _status =
        new("status", "Says what is live, embargoed, draft, translated, and what documents lack.", [])
        {
            Options = [SiteOptions.Input, _output, SiteOptions.At],
            Examples = ["generator status", "generator status --at 2026-12-01T09:00"],
        };

    private static readonly ProgramSyntax _program = new(
        "generator", "Builds the site from its content and its theme.", [_build, _check, _status, NewCommand.Syntax]);

    public static async Task<int> RunAsync(
        string[] args, TextWriter output, TextWriter errors, TimeProvider time,
        CancellationToken cancellation, ProgressLine? progress = null)
    {
        try
        {
            return ArgumentParser.Parse(_program, args) switch
            {
                ParsedCommand.Run { Command.Name: "new" } run => await NewAsync(run, output, errors, time),
                ParsedCommand.Run run when run[_document] is { } file => await DocumentCommand.RunAsync(file, output, errors, time),
                ParsedCommand.Run run => await RunAsync(run, output, errors, time, progress, cancellation),
                var other => await _program.AnswerAsync(other, output, errors),
            };
        }
        catch (Exception e) when (MachineFailure.Of(e, Environment.CurrentDirectory) is { } problem)
        {
            await errors.WriteLineAsync(problem.ToString());
            return ExitCode.Problems;
        }
    }

    private static async Task<int> NewAsync(ParsedCommand.Run run, TextWriter output, TextWriter errors, TimeProvider time)
    {
        var (command, wrong) = NewCommand.Of(run, time, output, errors);
        return command is null
            ? await _program.AnswerAsync(new ParsedCommand.Misuse(wrong!, run.Command), output, errors)
            : await command.RunAsync();
    }

    private static async Task<int> RunAsync(
        ParsedCommand.Run run, TextWriter output, TextWriter errors, TimeProvider time,
        ProgressLine? progress, CancellationToken cancellation)
    {
        var (options, wrong) = Options(run, time);
        return options is null ? await _program.AnswerAsync(new ParsedCommand.Misuse(wrong!, run.Command), output, errors)
            : run.Command == _status ? await StatusCommand.RunAsync(options, output, errors)
            : await BuildAsync(run.Command == _build, options, output, errors, progress, cancellation);
    }

    private static async Task<int> BuildAsync(
        bool writes, BuildOptions options, TextWriter output, TextWriter errors, ProgressLine? progress, CancellationToken cancellation)
    {
        var clock = Stopwatch.GetTimestamp();
        var result = writes
            ? await SiteBuilder.RunAsync(options, cancellation, progress)
            : await SiteBuilder.CheckAsync(options, cancellation, progress);
        progress?.End();
        foreach (var warning in result.Warnings)
            await errors.WriteLineAsync(warning.ToString());
        foreach (var problem in result.Problems)
            await errors.WriteLineAsync(problem.ToString());
        if (!result.Problems.IsEmpty)
        {
            var problems = result.Problems.Length == 1 ? "problem" : "problems";
            await errors.WriteLineAsync(Invariant($"{result.Problems.Length} {problems}; the output is as it was."));
            return ExitCode.Problems;
        }
        var seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        await output.WriteLineAsync(writes
            ? Invariant($"{result.Pages} pages in {seconds:0.00} s; {result.Written} files are new or changed.")
            : Invariant($"{result.Pages} pages, no problems."));
        if (result.NextChange is { } next)
            await output.WriteLineAsync(Invariant($"Build again at {next:yyyy-MM-dd HH:mm zzz}: a page or a banner comes or goes then."));
        return ExitCode.Done;
    }

    private static (BuildOptions? Options, string? Wrong) Options(ParsedCommand.Run parsed, TimeProvider time)
    {
        var (at, wrong) = SiteOptions.AtOf(parsed);
        if (wrong is not null)
            return (null, wrong);
        var drafts = parsed.Has(SiteOptions.Drafts);
        var output = Path.TrimEndingDirectorySeparator(parsed[_output] ?? "output");
        return (new BuildOptions(SiteOptions.InputOf(parsed), SiteOptions.ThemeOf(parsed), output, at ?? time.GetUtcNow())
        {
            Drafts = drafts,
            Rehearsal = drafts || at is not null,
            BaseUrl = parsed[_baseUrl],
        }, null);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
