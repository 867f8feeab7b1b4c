using System.Globalization;
using Advocacy.Generator.Cli;
using Advocacy.Preview.Backend;

namespace Advocacy.Preview.Server;

/// <param name="Port">Null: the usual one, or the next that is free; 0: any.</param>
/// <param name="Output">Null: one of its own.</param>
/// <param name="At">Null: now, and later as time passes.</param>
/// <param name="Functions">The folder of the functions app; null: as the build of the preview made it.</param>
public sealed record PreviewOptions(
    int? Port, string Input, string? Output, string Theme, DateTimeOffset? At, bool Drafts, string? Functions)
{
    private static readonly CommandOption _port =
        new("--port", "N", $"where to serve; {PreviewServer.UsualPort} or the next free one if it is not named, 0 for any");

    private static readonly CommandOption _output =
        new("--output", "DIR", "where the site is built; a folder in .cache if it is not named");

    private static readonly CommandOption _functions =
        new("--functions", "DIR", "the functions app as dotnet publish makes it, to try what is deployed; as built if not named");

    private static readonly CommandSyntax _syntax =
        new("preview", "Builds the site, serves it here, and builds it again when something changes; donations are only pretended.", [])
        {
            Options = [_port, SiteOptions.Input, _output, SiteOptions.Theme, SiteOptions.At, SiteOptions.Drafts, _functions],
            Examples = ["preview", "preview --drafts", "preview --port 8000 --at 2026-12-01T09:00"],
        };

    public static ProgramSyntax Program { get; } = new("preview", _syntax.Summary, [_syntax]);

    /// <returns>The options, or what is to be answered instead.</returns>
    public static (PreviewOptions? Options, ParsedCommand? Answer) Parse(IReadOnlyList<string> args)
    {
        var parsed = ArgumentParser.Parse(Program, args);
        if (parsed is not ParsedCommand.Run run)
            return (null, parsed);
        var (options, wrong) = Of(run);
        return (options, wrong is null ? null : new ParsedCommand.Misuse(wrong, run.Command));
    }

    private static (PreviewOptions? Options, string? Wrong) Of(ParsedCommand.Run run)
    {
        if (!TryPort(run[_port], out var port))
            return (null, $"--port \"{run[_port]}\" is not a port; write a number from 1 to 65535, or 0 for any free one");
        var (input, theme) = (SiteOptions.InputOf(run), SiteOptions.ThemeOf(run));
        if ((MissingFolder(input, SiteOptions.Input) ?? MissingFolder(theme, SiteOptions.Theme)) is { } missing)
            return (null, missing);
        var functions = run[_functions];
        if (functions is not null && !File.Exists(Path.Combine(functions, LocalBackendOptions.App)))
        {
            return (null, $"there is no {LocalBackendOptions.App} in \"{functions}\"; "
                + "make it with dotnet publish functions --output DIR, and name it with --functions DIR");
        }
        var (at, noInstant) = SiteOptions.AtOf(run);
        if (noInstant is not null)
            return (null, noInstant);
        var output = run[_output] is { } folder ? Path.TrimEndingDirectorySeparator(folder) : null;
        return (new PreviewOptions(port, input, output, theme, at, run.Has(SiteOptions.Drafts), functions), null);
    }

    private static bool TryPort(string? text, out int? port)
    {
        port = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 65535 ? number : null;
        return text is null || port is not null;
    }

    private static string? MissingFolder(string folder, CommandOption option) => Directory.Exists(folder)
        ? null
        : $"there is no folder \"{folder}\"; run this from the root of the repository, or name the folder with {option.Name}";
}
