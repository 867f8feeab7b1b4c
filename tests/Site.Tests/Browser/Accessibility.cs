using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Advocacy.Tests.Site.Browser;

/// <summary>What axe finds wrong with a page that is open, in light and in dark.</summary>
internal static class Accessibility
{
    // Only these look at colors; all the others would find the same again.
    private static readonly string[] _rulesOfColors = ["color-contrast", "link-in-text-block"];

    public static async Task<string[]> ViolationsAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        var light = await page.RunAxe(Options());
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await page.RunAxe(Options(_rulesOfColors));
        return [.. Lines(light, "light"), .. Lines(dark, "dark")];
    }

    // All that passed would be told node by node, which takes longer than finding it.
    private static AxeRunOptions Options(params string[] rules) => new()
    {
        ResultTypes = [ResultType.Violations],
        RunOnly = rules.Length == 0 ? null : new() { Type = "rule", Values = [.. rules] },
    };

    private static IEnumerable<string> Lines(AxeResult result, string scheme) =>
        result.Violations.Select(violation => $"{new Uri(result.Url).AbsolutePath} in {scheme}: {violation.Id}: {violation.Nodes[0].Html}");
}
