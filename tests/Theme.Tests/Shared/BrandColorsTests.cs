using System.Text.RegularExpressions;
using Advocacy.TestKit;
using Advocacy.Theme.Shared;
using Xunit;

namespace Advocacy.Tests.Theme.Shared;

public sealed partial class BrandColorsTests
{
    private const string DarkMedia = "@media (prefers-color-scheme: dark)";

    public static TheoryData<string, string, string> Tokens => new()
    {
        { "paper", BrandColors.Light.Paper, BrandColors.Dark.Paper },
        { "ink", BrandColors.Light.Ink, BrandColors.Dark.Ink },
        { "ink-soft", BrandColors.Light.InkSoft, BrandColors.Dark.InkSoft },
        { "line", BrandColors.Light.Line, BrandColors.Dark.Line },
        { "edge", BrandColors.Light.Edge, BrandColors.Dark.Edge },
        { "accent", BrandColors.Light.Accent, BrandColors.Dark.Accent },
        { "on-accent", BrandColors.Light.OnAccent, BrandColors.Dark.OnAccent },
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    public void ColorsAreThoseOfTheStyleSheet(string token, string light, string dark)
    {
        var (day, night) = Halves("css/tokens.css");

        Assert.Equal((light, dark), (ValueOf(token, day), ValueOf(token, night)));
    }

    [Fact]
    public void ColorsAreThoseOfTheIcon()
    {
        var (day, night) = Halves("icons/icon.svg");

        Assert.Equal((BrandColors.Light.Accent, BrandColors.Light.OnAccent), (FillOf("ground", day), FillOf("mark", day)));
        Assert.Equal((BrandColors.Dark.Accent, BrandColors.Dark.OnAccent), (FillOf("ground", night), FillOf("mark", night)));
    }

    // Written out there, since what Razor computes is drawn in other bytes than what stands in the markup.
    [Fact]
    public void ColorsAreThoseOfTheBrowsersBars()
    {
        var head = File.ReadAllText(Path.Combine(SiteFolder.Theme, "Layout", "HeadLinks.razor"));

        Assert.Equal([BrandColors.Light.Paper, BrandColors.Dark.Paper], ThemeColor().Matches(head).Select(match => match.Groups[1].Value));
    }

    private static (string Light, string Dark) Halves(string file)
    {
        var text = File.ReadAllText(Path.Combine(SiteFolder.Theme, file));
        var dark = text.IndexOf(DarkMedia, StringComparison.Ordinal);
        return (text[..dark], text[dark..]);
    }

    private static string ValueOf(string token, string css) =>
        Token().Matches(css).First(match => match.Groups[1].Value == token).Groups[2].Value;

    private static string FillOf(string name, string css)
    {
        var fill = Fill().Matches(css).First(match => match.Groups[1].Value == name).Groups[2].Value;
        return fill.Length == "#fff".Length ? $"#{string.Concat(fill[1..].Select(digit => $"{digit}{digit}"))}" : fill;
    }

    [GeneratedRegex(@"name=""theme-color"" content=""(#[0-9a-f]{6})""")]
    private static partial Regex ThemeColor();

    [GeneratedRegex(@"--([a-z-]+): (#[0-9a-f]{6});")]
    private static partial Regex Token();

    [GeneratedRegex(@"\.([a-z]+) \{ fill: (#[0-9a-f]+) \}")]
    private static partial Regex Fill();
}
