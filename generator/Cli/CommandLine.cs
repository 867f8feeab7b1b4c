using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Advocacy.Generator.Incremental;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Loading.FrontMatter;
using Advocacy.Generator.Loading.Settings;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Validation;

namespace Advocacy.Generator.Cli;

/// <summary>The generator as a command. Exit codes: 0 done; 1 problems in the content; 2 wrong usage.</summary>
public static class CommandLine
{
    private const string Usage = $"""
        generator build [--input DIR] [--theme DIR] [--output DIR] [--at INSTANT] [--drafts] [--base-url URL]
        generator check  the same options: finds all problems, writes nothing
        generator status [--input DIR] [--at INSTANT]  says what is live, embargoed, draft, translated, and what documents lack
        {NewCommand.Usage}

        INSTANT is a time in the site's zone, such as 2026-12-01T09:00: the site as it will be then, for the eyes of the staff.
        """;

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, TimeProvider time, CancellationToken cancellation, ProgressLine? progress = null)
    {
        if (args.Length == 0 || args.Any(arg => arg is "--help" or "-h") || args is ["help"])
        {
            await output.WriteLineAsync(Usage);
            return 0;
        }
        if (args[0] == "new")
            return await NewAsync(args[1..], output, errors, time);
        if (args[0] is not ("build" or "check" or "status"))
            return await WrongAsync(errors, $"\"{args[0]}\" is not a command");
        var clock = Stopwatch.GetTimestamp();
        var (options, wrong) = Options(args.AsSpan(1), time);
        if (options is null)
            return await WrongAsync(errors, wrong!);
        if (args[0] == "status")
            return await StatusAsync(options, output, errors);
        var result = args[0] == "build" ? await SiteBuilder.RunAsync(options, cancellation, progress) : await SiteBuilder.CheckAsync(options, cancellation, progress);
        progress?.End();
        foreach (var warning in result.Warnings)
            await errors.WriteLineAsync(warning.ToString());
        foreach (var problem in result.Problems)
            await errors.WriteLineAsync(problem.ToString());
        if (!result.Problems.IsEmpty)
        {
            await errors.WriteLineAsync(Invariant($"{result.Problems.Length} {(result.Problems.Length == 1 ? "problem" : "problems")}; the output is as it was."));
            return 1;
        }
        var seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        await output.WriteLineAsync(args[0] == "build"
            ? Invariant($"{result.Pages} pages in {seconds:0.00} s; {result.Written} files are new or changed.")
            : Invariant($"{result.Pages} pages, no problems."));
        if (result.NextChange is { } next)
            await output.WriteLineAsync(Invariant($"Build again at {next:yyyy-MM-dd HH:mm zzz}: a page or a banner comes or goes then."));
        return 0;
    }

    private static async Task<int> StatusAsync(BuildOptions options, TextWriter output, TextWriter errors)
    {
        var found = new ConcurrentBag<Problem>();
        var problems = new Problems(options.Input, found);
        if (!Directory.Exists(options.Input))
            problems.Add(1, "the folder is not there", "run the command in the project's folder, or say where with --input");
        else if (Input.Read(options.Input, new Attachments(options.Input, options.Cache, new FileInspectionCache()), null, problems) is { } input)
        {
            var gate = new Gate(options.At, Drafts: false);
            var texts = DocumentTranscript.Find(input);
            foreach (var line in new StatusReport(options.Input, input, texts, gate).Lines())
                await output.WriteLineAsync(line);
            if (gate.NextChange(input.Entries.Select(e => e.Content), input.Campaigns) is { } next)
                await output.WriteLineAsync(Invariant($"A page or a banner comes or goes at {next:yyyy-MM-dd HH:mm zzz}."));
            foreach (var warning in Warning.Of(input, gate, texts))
                await errors.WriteLineAsync(warning.ToString());
        }
        var told = Problem.Report(found);
        foreach (var problem in told)
            await errors.WriteLineAsync(problem.ToString());
        return told.IsEmpty ? 0 : 1;
    }

    private static async Task<int> NewAsync(string[] args, TextWriter output, TextWriter errors, TimeProvider time)
    {
        var (words, input, owner) = (new List<string>(), "input", (string?)null);
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
                words.Add(args[i]);
            else if (args[i] is not ("--input" or "--in"))
                return await WrongAsync(errors, $"\"{args[i]}\" is not an option");
            else if (i + 1 == args.Length)
                return await WrongAsync(errors, $"{args[i]} wants a value");
            else if (args[i++] == "--input")
                input = args[i].TrimEnd('/');
            else
                owner = args[i];
        }
        var (kind, title) = (words.ElementAtOrDefault(0), words.ElementAtOrDefault(1));
        if (words.Skip(2).FirstOrDefault() is { } more)
            return await WrongAsync(errors, $"\"{more}\" is one word too many; put the title in quotation marks");
        if (NewCommand.Misuse(kind, title, owner) is { } wrong)
            return await WrongAsync(errors, wrong);
        if (Input.Site(input) is not { } site)
            return await WrongAsync(errors, $"there is no {input}/site.yml that can be read; run the command in the project's folder, or say where with --input");
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), site.TimeZone).DateTime);
        return await new NewCommand(input, site, today, output, errors).RunAsync(kind!, title!, owner);
    }

    private static (BuildOptions? Options, string? Wrong) Options(ReadOnlySpan<string> args, TimeProvider time)
    {
        var options = new BuildOptions("input", "theme", "output", time.GetUtcNow());
        string? at = null;
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--drafts")
            {
                options = options with { Drafts = true, Rehearsal = true };
                continue;
            }
            if (args[i] is not ("--input" or "--theme" or "--output" or "--at" or "--base-url"))
                return (null, $"\"{args[i]}\" is not an option");
            if (i + 1 == args.Length)
                return (null, $"{args[i]} wants a value");
            var value = args[++i];
            switch (args[i - 1])
            {
                case "--input": options = options with { Input = value.TrimEnd('/') }; break;
                case "--theme": options = options with { Theme = value }; break;
                case "--output": options = options with { Output = Path.TrimEndingDirectorySeparator(value) }; break;
                case "--base-url": options = options with { BaseUrl = value }; break;
                default: at = value; break;
            }
        }
        if (at is null)
            return (options, null);
        var zone = SiteTimeZone.Of(options.Input);
        if (Instant.TryParse(at, zone, out var instant))
            return (options with { At = instant, Rehearsal = true }, null);
        var (what, fix) = Instant.Refusal(at, zone);
        return (null, $"--at \"{at}\" {what}; {fix}");
    }

    private static async Task<int> WrongAsync(TextWriter errors, string wrong)
    {
        await errors.WriteLineAsync($"{wrong}.\n\n{Usage}");
        return 2;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
