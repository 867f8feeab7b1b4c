using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Advocacy.Generator.Cli;
using Advocacy.TestKit;

namespace Advocacy.Fuzz;

/// <summary>
/// Changes a good site at random, runs a command on it, and looks at how it ends: with a documented exit code, one sentence for each
/// problem, and the output of before where there is a problem.
/// </summary>
public static partial class SiteFuzzer
{
    private static readonly string[] _theme = ["--theme", SiteFolder.Theme];

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    /// <param name="Command">With its options.</param>
    /// <param name="Code">The exit code; -1 where there is none.</param>
    /// <param name="Changes">What was done to the site, so that it can be done again.</param>
    /// <param name="Finding">What the generator did wrong; null where it did nothing wrong.</param>
    public sealed record Outcome(string Command, int Code, ImmutableArray<string> Changes, string? Finding);

    /// <param name="seed">The same gives the same site.</param>
    public static async Task<Outcome> TryAsync(int seed)
    {
        var random = new Random(seed);
        using var site = new SiteFolder();
        site.TakeGifts();
        if (random.Next(2) == 0)
            site.SpeakSpanish();
        var mutation = new Mutation(site, random);
        mutation.AddFiles();
        for (var changes = random.Next(1, 5); changes > 0; changes--)
            mutation.Change();
        var command = random.Next(10) switch
        {
            < 5 => "check",
            < 8 => "build",
            8 => "status",
            _ => "new",
        };
        string[] kinds = ["press-release", "petition", "campaign", "document"];
        string[] line = command == "new"
            ? ["new", kinds[random.Next(4)], mutation.Text(), "--input", site.Input]
            : [command, "--input", site.Input, "--output", site.Output, .. command == "status" ? [] : _theme];
        return await RunAsync(command, line, mutation);
    }

    private static async Task<Outcome> RunAsync(string command, string[] line, Mutation mutation)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = -1;
        string? finding;
        try
        {
            var running = Task.Run(() => CommandLine.RunAsync(line, output, errors, TimeProvider.System, CancellationToken.None));
            code = await running.WaitAsync(_patience);
            finding = Judge(command, code, errors.ToString());
        }
#pragma warning disable CA1031 // Whatever comes out is a finding.
        catch (Exception e)
#pragma warning restore CA1031
        {
            finding = e is TimeoutException ? $"It has not ended within {_patience.TotalMinutes} minutes." : e.ToString();
        }
        return new(command, code, [.. mutation.Done], finding);
    }

    private static string? Judge(string command, int code, string errors)
    {
        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (code is not (ExitCode.Done or ExitCode.Problems or ExitCode.Usage))
            return $"The exit code is {code}.";
        if (code == ExitCode.Problems && lines.Length == 0)
            return "There is a problem, and no sentence.";
        return command != "new" && Array.Find(lines, line => !Sentence().IsMatch(line)) is { } other
            ? $"This is no sentence: {other}"
            : null;
    }

    /// <summary>Of a problem or a warning; the last line counts them.</summary>
    [GeneratedRegex(@"^(?:.+:\d+: .*\.|warning: .*\.|\d+ problems?; the output is as it was\.)$")]
    private static partial Regex Sentence();
}
