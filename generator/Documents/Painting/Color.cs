using UglyToad.PdfPig.Graphics.Colors;

namespace Advocacy.Generator.Documents.Painting;

/// <summary>Red, green and blue, each from 0 to 1.</summary>
internal readonly record struct Color(double R, double G, double B)
{
    public static readonly Color White = new(1, 1, 1);
    public static readonly Color Black = new(0, 0, 0);

    /// <summary>A difference that no eye sees on a page.</summary>
    private const double Invisible = 0.08;

    public bool IsNearlyBlack => 0.2126 * R + 0.7152 * G + 0.0722 * B < 0.12;

    public bool LooksLike(Color other) =>
        Math.Abs(R - other.R) < Invisible && Math.Abs(G - other.G) < Invisible && Math.Abs(B - other.B) < Invisible;

    /// <returns>Null for a pattern, or a color that cannot be computed.</returns>
    public static Color? Of(IColor? color)
    {
        if (color is null)
            return Black;
        if (color is PatternColor)
            return null;
        try
        {
            var (r, g, b) = color.ToRGBValues();
            return new Color(r, g, b);
        }
        catch (Exception e) when (e is InvalidOperationException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }
}
