using System.Globalization;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Validation;

namespace Advocacy.Generator.Cli;

/// <summary><c>generator status</c>.</summary>
internal static class StatusCommand
{
    public static async Task<int> RunAsync(BuildOptions options, TextWriter output, TextWriter errors)
    {
        var problems = new Problems(options.Input);
        if (!Directory.Exists(options.Input))
            problems.Add(1, "the folder is not there", "run the command in the project's folder, or say where with --input");
        else if (SiteLoader.LoadContent(options, problems) is { } content)
            await WriteAsync(options, content, output, errors);
        var report = problems.Report();
        foreach (var problem in report)
            await errors.WriteLineAsync(problem.ToString());
        return report.IsEmpty ? ExitCode.Done : ExitCode.Problems;
    }

    private static async Task WriteAsync(BuildOptions options, LoadedContent content, TextWriter output, TextWriter errors)
    {
        var (input, attachments) = content;
        var gate = new Gate(options.At, Drafts: false);
        TranscriptCheck.Check(input);
        foreach (var line in new StatusReport(options.Input, input, gate).Lines())
            await output.WriteLineAsync(line);
        if (gate.NextChange(input) is { } next)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"A page or a banner comes or goes at {next:yyyy-MM-dd HH:mm zzz}.");
            await output.WriteLineAsync(line);
        }
        foreach (var warning in SiteWarnings.Find(input, attachments, gate))
            await errors.WriteLineAsync(warning.ToString());
    }
}
