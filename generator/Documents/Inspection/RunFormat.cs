using System.Globalization;
using System.Xml;

namespace Advocacy.Generator.Documents.Inspection;

/// <summary>How a stretch of text of a Word document is shown, as far as that can hide it; null where it is not said.</summary>
/// <param name="Color">Six hexadecimal digits; null for the automatic one.</param>
/// <param name="Highlight">A name of ECMA-376, part 1, 17.18.40; null for none.</param>
/// <param name="Fill">Six hexadecimal digits, of what is behind the text; null for none.</param>
internal sealed record RunFormat(bool? Hidden, string? Color, string? Highlight, string? Fill)
{
    public static RunFormat None { get; } = new(null, null, null, null);

    /// <summary>What is not said here is as it is said there.</summary>
    public RunFormat Over(RunFormat other) =>
        new(Hidden ?? other.Hidden, Color ?? other.Color, Highlight ?? other.Highlight, Fill ?? other.Fill);

    /// <param name="element">In <c>w:rPr</c>.</param>
    public RunFormat With(XmlReader element) => element.LocalName switch
    {
        "vanish" => this with { Hidden = XmlParts.IsOn(element.Value("val")) },
        "color" => this with { Color = ColorOf(element.Value("val")) },
        "highlight" => this with { Highlight = element.Value("val") is "none" ? null : element.Value("val") },
        "shd" => this with { Fill = FillOf(element) },
        _ => this,
    };

    /// <param name="shade">A <c>w:shd</c>: a pattern in one color before a fill in another.</param>
    public static string? FillOf(XmlReader shade) => ColorOf(shade.Value(shade.Value("val") == "solid" ? "color" : "fill"));

    public static bool IsDark(string? color) =>
        color is { Length: 6 } && int.TryParse(color, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)
        && (rgb >> 16) < 0x30 && ((rgb >> 8) & 0xFF) < 0x30 && (rgb & 0xFF) < 0x30;

    private static string? ColorOf(string value) => value.Length == 6 ? value : null;
}
