using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Advocacy.Tests.Site.Browser;

/// <summary>What axe finds wrong with a page that is open, in light and in dark.</summary>
internal static class Accessibility
{
    private static readonly string _axe = new BundledAxeScriptProvider().GetScript();

    // Only what is wrong is asked for: all that is right would be listed node by node, which takes longer than finding it. In the dark
    // only the rules that look at colors run; all the others would find the same again.
    private const string Run = """
        rules => axe.run(document, { resultTypes: ["violations"], ...(rules && { runOnly: rules }) })
            .then(result => result.violations.map(violation => `${violation.id}: ${violation.nodes[0].html}`))
        """;

    private static readonly string[] _rulesOfColors = ["color-contrast", "link-in-text-block"];

    /// <remarks>The page has no frames, so that axe can run in it as a whole.</remarks>
    public static async Task<string[]> ViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(_axe);
        await ShowInAsync(page, ColorScheme.Light);
        var light = await page.EvaluateAsync<string[]>(Run);
        await ShowInAsync(page, ColorScheme.Dark);
        var dark = await page.EvaluateAsync<string[]>(Run, _rulesOfColors);
        var path = new Uri(page.Url).AbsolutePath;
        return [.. light.Select(line => $"{path} in light: {line}"), .. dark.Select(line => $"{path} in dark: {line}")];
    }

    // Without motion, so that no color is on its way from one scheme to the other while axe looks.
    private static Task ShowInAsync(IPage page, ColorScheme scheme) =>
        page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
}
