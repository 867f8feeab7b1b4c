using System.Text.RegularExpressions;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Theme.css;

public sealed partial class StyleSheets
{
    private static readonly (string Name, string Text)[] _sheets =
    [
        .. Directory.GetFiles(SiteFolder.Theme, "*.css", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(SiteFolder.Theme, file), Comment().Replace(File.ReadAllText(file), ""))),
    ];

    [Fact]
    public void SetEveryPropertyThatTheyUse()
    {
        var set = _sheets.SelectMany(sheet => Set().Matches(sheet.Text)).Select(m => m.Groups[1].Value).ToHashSet();
        var used = _sheets.SelectMany(sheet => Used().Matches(sheet.Text), (sheet, match) => (sheet.Name, Property: match.Groups[1].Value));

        Assert.Empty(used.Where(use => !set.Contains(use.Property)).Select(use => $"{use.Name}: {use.Property}"));
    }

    [Fact]
    public void UseEveryPropertyThatTheySet()
    {
        var used = _sheets.SelectMany(sheet => Used().Matches(sheet.Text)).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.Subset(used, _sheets.SelectMany(sheet => Set().Matches(sheet.Text)).Select(m => m.Groups[1].Value).ToHashSet());
    }

    [Fact]
    public void LoadNothingButTheFonts() => Assert.Equal(
        ["url(/fonts/newsreader.woff2)", "url(/fonts/newsreader-italic.woff2)"],
        _sheets.SelectMany(sheet => Address().Matches(sheet.Text)).Select(m => m.Value));

    [Fact]
    public void OfAFeatureAreComponents() => Assert.All(
        _sheets.Where(sheet => !sheet.Name.StartsWith("css/", StringComparison.Ordinal)),
        sheet => Assert.Equal("components", LayerOf(sheet.Text)));

    [Fact]
    public void BelongToALayerThatIsDeclared()
    {
        var declared = _sheets.Single(sheet => sheet.Name == "css/layers.css").Text.Trim()["@layer ".Length..^1].Split(", ");

        Assert.All(_sheets.Where(sheet => sheet.Name != "css/layers.css"), sheet => Assert.Contains(LayerOf(sheet.Text), declared));
    }

    [Fact]
    public void ForceNothingOutsideTheUtilities()
    {
        var others = _sheets.Where(sheet => LayerOf(sheet.Text) != "utilities");

        Assert.DoesNotContain(others, sheet => sheet.Text.Contains("!important", StringComparison.Ordinal));
    }

    private static string LayerOf(string text) => Layer().Match(text).Groups[1].Value;

    [GeneratedRegex(@"\A\s*@layer ([a-z]+) \{")]
    private static partial Regex Layer();

    /// <summary>So that a page in Arabic or Hebrew is mirrored by its direction alone.</summary>
    [Fact]
    public void NameNoSideOfThePage() =>
        Assert.Empty(_sheets.SelectMany(sheet => Side().Matches(sheet.Text).Select(m => $"{sheet.Name}: {m.Value}")));

    [GeneratedRegex(
        @"(?<![\w-])((margin|padding|border|inset)-)?(left|right)(-\w+)*\s*:"
        + @"|border-(top|bottom)-(left|right)-radius"
        + @"|(text-align|float|clear)\s*:\s*(left|right)")]
    private static partial Regex Side();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(--[a-z0-9-]+)\s*:")]
    private static partial Regex Set();

    [GeneratedRegex(@"var\((--[a-z0-9-]+)")]
    private static partial Regex Used();

    [GeneratedRegex(@"url\([^)]*\)|@import[^;]*|https?:[^\s)""']*")]
    private static partial Regex Address();
}
