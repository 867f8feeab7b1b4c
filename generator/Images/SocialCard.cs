using System.Globalization;
using System.Text;
using Advocacy.Theme.Shared;
using NetVips;

namespace Advocacy.Generator.Images;

/// <summary>The drawing itself: a sheet of paper, one bar of color, type.</summary>
internal sealed class SocialCard
{
    private const int Width = 1200;
    private const int Height = 630;
    private const int Margin = 88;
    private const int TitleTop = 154;
    private const int TitleHeight = 340;
    private const int MostLines = 4;
    private const int Bar = 20;

    // More characters fit on no card, and no picture is wide enough for a line of thousands.
    private const int MostCharacters = 500;

    // What the one font of the theme calls itself, in the words that Pango finds it by.
    private const string FontName = "Newsreader SemiBold, Regular";

    private static readonly double[] Paper = Channels(BrandColors.Light.Paper);
    private static readonly double[] Ink = Channels(BrandColors.Light.Ink);
    private static readonly double[] QuietInk = Channels(BrandColors.Light.InkSoft);
    private static readonly double[] Accent = Channels(BrandColors.Light.Accent);
    private static readonly int[] TitleSizes = [76, 70, 64, 58, 52, 46];

    private readonly string _fontFile;
    private readonly bool _rightToLeft;

    private SocialCard(string fontFile, bool rightToLeft)
    {
        _fontFile = fontFile;
        _rightToLeft = rightToLeft;
    }

    public static byte[] Draw(string title, string line, string organization, bool rightToLeft, string fontFile)
    {
        LibVips.Open();
        return new SocialCard(fontFile, rightToLeft).Draw(Plain(title), Plain(line), Plain(organization));
    }

    private byte[] Draw(string title, string line, string organization)
    {
        using var black = Image.Black(Width, Height, bands: 3);
        using var blank = black + Paper;
        using var paper = blank.Cast(Enums.BandFormat.Uchar);
        using var sheet = paper.Copy(interpretation: Enums.Interpretation.Srgb);
        using var barred = sheet.Mutate(image => image.DrawRect(Accent, _rightToLeft ? Width - Bar : 0, 0, Bar, Height, fill: true));

        using var lined = Print(barred, OneLine(line, 30), QuietInk, 84);
        using var titled = Print(lined, Title(title), Ink, TitleTop);
        using var signed = Print(titled, OneLine(organization, 34), Accent, Height - 76, fromBottom: true);
        // Three inks and their edges need no more than 64 colors.
        return signed.PngsaveBuffer(palette: true, q: 90, dither: 0, effort: 7, bitdepth: 8, compression: 9, keep: Enums.ForeignKeep.None);
    }

    /// <summary>The largest size at which the title fits; a title too long even for the smallest ends early.</summary>
    private Image? Title(string title)
    {
        foreach (var size in TitleSizes)
            if (Fitting(title, size) is { } fitting)
                return fitting;

        while (title.LastIndexOf(' ') is > 0 and var end)
        {
            title = title[..end].TrimEnd();
            if (Fitting(title + "…", TitleSizes[^1]) is { } fitting)
                return fitting;
        }
        return OneLine(title, TitleSizes[^1]);
    }

    private Image? Fitting(string title, int size)
    {
        var type = Set(title, size, Width - 2 * Margin);
        if (type is null)
            return null;
        if (type.Height <= Math.Min(TitleHeight, TallestFor(MostLines, size)))
            return type;
        type.Dispose();
        return null;
    }

    // libvips does not tell how many lines it set: half a line more than the most is one too many.
    private int TallestFor(int lines, int size)
    {
        using var one = Set("Ág", size, Width)!;
        using var two = Set("Ág\nÁg", size, Width)!;
        return one.Height + (two.Height - one.Height) * (lines - 1) + (two.Height - one.Height) / 2;
    }

    private Image? OneLine(string text, int size)
    {
        for (var end = text.Length; end > 0; end = end * 9 / 10)
        {
            var type = Set(end == text.Length ? text : Plain(text[..end]) + "…", size, width: null);
            if (type is null || type.Width <= Width - 2 * Margin)
                return type;
            type.Dispose();
        }
        return null;
    }

    private Image? Set(string text, int size, int? width) => text.Length == 0 ? null : Image.Text(
        Escaped(text), font: string.Create(CultureInfo.InvariantCulture, $"{FontName} {size}"), fontfile: _fontFile, width: width,
        // At 72 dots an inch a point is a pixel.
        dpi: 72, spacing: size / 10, wrap: Enums.TextWrap.WordChar);

    private Image Print(Image sheet, Image? type, double[] ink, int y, bool fromBottom = false)
    {
        if (type is null)
            return sheet.Copy();
        using (type)
        {
            var left = _rightToLeft ? Width - Margin - type.Width : Margin;
            using var mask = type.Embed(left, fromBottom ? y - type.Height : y, Width, Height);
            return mask.Ifthenelse(ink, sheet, blend: true);
        }
    }

    private static double[] Channels(string color) => [.. Convert.FromHexString(color[1..]).Select(channel => (double)channel)];

    // Pango reads markup.
    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>One line of characters that can be drawn; halves of characters, which a cut can leave, are not.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(MostCharacters))
            if (rune != Rune.ReplacementChar)
                plain.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
