using Advocacy.Generator.Loading.FrontMatter;
using Advocacy.Generator.Loading.Settings;

namespace Advocacy.Generator.Cli;

/// <summary>The options that the generator and the preview share.</summary>
public static class SiteOptions
{
    public static CommandOption Input { get; } = new("--input", "DIR", "the folder of the content; input if it is not named");
    public static CommandOption Theme { get; } = new("--theme", "DIR", "the folder of the theme; theme if it is not named");
    public static CommandOption Drafts { get; } = new("--drafts", null, "with the drafts, for the eyes of the staff");
    public static CommandOption At { get; } =
        new("--at", "INSTANT", "the site as it will be at a time in its zone, such as 2026-12-01T09:00, for the eyes of the staff");

    public static string InputOf(ParsedCommand.Run parsed) => parsed[Input]?.TrimEnd('/') ?? "input";

    public static string ThemeOf(ParsedCommand.Run parsed) => parsed[Theme] ?? "theme";

    /// <returns>Neither where no instant is named; what is wrong with it, without a full stop, where it is none.</returns>
    public static (DateTimeOffset? At, string? Wrong) AtOf(ParsedCommand.Run parsed)
    {
        if (parsed[At] is not { } text)
            return (null, null);
        var zone = SiteTimeZone.Of(InputOf(parsed));
        if (Instant.TryParse(text, zone, out var instant))
            return (instant, null);
        var (what, fix) = Instant.Refusal(text, zone);
        return (null, $"{At.Name} \"{text}\" {what}; {fix}");
    }
}
