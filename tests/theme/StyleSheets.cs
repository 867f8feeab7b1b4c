using System.Text.RegularExpressions;
using Advocacy.Functions.Ledger;
using Advocacy.Tests.Sites;
using Xunit;

namespace Advocacy.Tests.Theme;

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

        Assert.Empty(_sheets.SelectMany(sheet => Used().Matches(sheet.Text).Select(m => m.Groups[1].Value).Where(name => !set.Contains(name)).Select(name => $"{sheet.Name}: {name}")));
    }

    [Fact]
    public void UseEveryPropertyThatTheySet()
    {
        var used = _sheets.SelectMany(sheet => Used().Matches(sheet.Text)).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.Subset(used, _sheets.SelectMany(sheet => Set().Matches(sheet.Text)).Select(m => m.Groups[1].Value).ToHashSet());
    }

    [Fact]
    public void AskForNothingButTheFonts() => Assert.Equal(
        ["url(/fonts/newsreader.woff2)", "url(/fonts/newsreader-italic.woff2)"],
        _sheets.SelectMany(sheet => Address().Matches(sheet.Text)).Select(m => m.Value));

    [Fact]
    public void BelongToTheLayerOfTheirFolder() => Assert.All(
        _sheets.Where(sheet => sheet.Name != "css/layers.css"),
        sheet => Assert.Equal($"@layer {sheet.Name.Split('/')[1]} {{", sheet.Text.TrimStart().Split('\n')[0]));

    [Fact]
    public void ForceNothingOutsideTheUtilities() =>
        Assert.DoesNotContain(_sheets, sheet => sheet.Text.Contains("!important", StringComparison.Ordinal) && !sheet.Name.StartsWith("css/utilities/", StringComparison.Ordinal));

    /// <summary>So that a page in Arabic or Hebrew is mirrored by its direction alone.</summary>
    [Fact]
    public void NameNoSideOfThePage() =>
        Assert.Empty(_sheets.SelectMany(sheet => Side().Matches(sheet.Text).Select(m => $"{sheet.Name}: {m.Value}")));

    [GeneratedRegex(@"(?<![\w-])((margin|padding|border|inset)-)?(left|right)(-\w+)*\s*:|border-(top|bottom)-(left|right)-radius|(text-align|float|clear)\s*:\s*(left|right)")]
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
