using System.Globalization;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.FrontMatter;
using Advocacy.Generator.Loading.Settings;

namespace Advocacy.Preview;

/// <param name="Port">Null: the usual one, or the next that is free; 0: any.</param>
/// <param name="Output">Null: one of its own.</param>
/// <param name="At">Null: now, and later as time passes.</param>
public sealed record Arguments(int? Port, string Input, string? Output, string Theme, DateTimeOffset? At, bool Drafts)
{
    private const string Usage =
        "use: preview [--port N] [--input DIR] [--output DIR] [--theme DIR] [--at INSTANT] [--drafts]";

    private static readonly Arguments Default = new(null, "input", null, "theme", null, false);

    /// <returns>The arguments, or one sentence that says what to write instead.</returns>
    public static (Arguments? Arguments, string? Misuse) Parse(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var parsed = Default;
        string? at = null;
        for (var i = 0; i < args.Count; i++)
        {
            var name = args[i];
            if (name == "--drafts")
            {
                parsed = parsed with { Drafts = true };
                continue;
            }
            if (name is not ("--port" or "--input" or "--output" or "--theme" or "--at"))
                return (null, $"“{name}” is not known here; {Usage}.");
            if (i + 1 == args.Count || args[i + 1].StartsWith("--", StringComparison.Ordinal))
                return (null, $"{name} needs a value; {Usage}.");

            var value = args[++i];
            switch (name)
            {
                case "--port" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535:
                    parsed = parsed with { Port = port };
                    break;
                case "--port":
                    return (null, $"“{value}” is not a port; write a number from 1 to 65535, or 0 for any free one.");
                case "--at":
                    at = value;
                    break;
                case "--input":
                    parsed = parsed with { Input = value };
                    break;
                case "--output":
                    parsed = parsed with { Output = Path.TrimEndingDirectorySeparator(value) };
                    break;
                case "--theme":
                    parsed = parsed with { Theme = value };
                    break;
            }
        }
        if (MissingFolder(parsed) is { } missing)
            return (null, missing);
        if (at is null)
            return (parsed, null);
        var zone = SiteTimeZone.Of(parsed.Input);
        if (Instant.TryParse(at, zone, out var instant))
            return (parsed with { At = instant }, null);
        var (what, fix) = Instant.Refusal(at, zone);
        return (null, $"“{at}” {what}; {fix}.");
    }

    private static string? MissingFolder(Arguments parsed) =>
        !Directory.Exists(parsed.Input) ? $"There is no folder “{parsed.Input}”; run this from the root of the repository, or name the folder with --input."
        : !Directory.Exists(parsed.Theme) ? $"There is no folder “{parsed.Theme}”; run this from the root of the repository, or name the folder with --theme."
        : null;
}
