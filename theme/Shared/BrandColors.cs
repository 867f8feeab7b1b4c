namespace Advocacy.Theme.Shared;

/// <summary>
/// The brand's colors, as <c>css/tokens.css</c> has them, for what is drawn without a style sheet: pictures for shared links, the
/// badge of a campaign, the color of the browser's own bars. A test holds the style sheet, the icon and the head of a page to them.
/// </summary>
/// <remarks>Each is written as <c>#rrggbb</c>.</remarks>
public sealed record BrandColors
{
    public static BrandColors Light { get; } = new()
    {
        Paper = "#ffffff", Ink = "#15171c", InkSoft = "#545a68", Line = "#d5d8e0",
        Edge = "#7b8293", Accent = "#2a3bb0", OnAccent = "#ffffff",
    };

    public static BrandColors Dark { get; } = new()
    {
        Paper = "#14161b", Ink = "#eceef3", InkSoft = "#a9b0bf", Line = "#363b47",
        Edge = "#7e8698", Accent = "#a9b6ff", OnAccent = "#14161b",
    };

    public required string Paper { get; init; }
    public required string Ink { get; init; }
    public required string InkSoft { get; init; }
    public required string Line { get; init; }
    public required string Edge { get; init; }
    public required string Accent { get; init; }
    public required string OnAccent { get; init; }
}
