using System.Diagnostics;
using Advocacy.Preview.StripeEmulator;
using Microsoft.Playwright;
using Xunit;

namespace Advocacy.Tests.Site.Browser;

/// <summary>What holds of every page of the site, in a real browser.</summary>
[Collection(PublishedSiteGroup.Name)]
public sealed class EveryPage(PublishedSite site)
{
    [Fact]
    public async Task HasNoAccessibilityViolationInLightOrDark()
    {
        var found = new List<string>();
        var page = await site.Browser.NewPageAsync(new BrowserNewPageOptions { BypassCSP = true });
        foreach (var url in site.Pages)
        {
            await page.GotoAsync(site.Origin + url);
            found.AddRange(await Accessibility.ViolationsAsync(page));
        }
        await page.CloseAsync();
        Assert.Empty(found);
    }

    [Fact]
    public async Task ReflowsAt320PixelsWithoutScrollingSideways()
    {
        var page = await OpenAsync(width: 320, height: 640);
        var wide = new List<string>();
        foreach (var url in site.Pages)
        {
            await page.GotoAsync(site.Origin + url);
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") > 320)
                wide.Add(url);
        }
        Assert.Empty(wide);
    }

    [Fact]
    public async Task SetsItsHeadingsInColumnsWideEnoughForThem()
    {
        // A heading of more than six lines stands in a column that is too narrow for it.
        const string NarrowHeadings = """
            [...document.querySelectorAll('h1, h2, h3')]
                .filter(h => h.offsetHeight > 6 * parseFloat(getComputedStyle(h).lineHeight))
                .map(h => h.textContent)
            """;
        var page = await OpenAsync(width: 1280, height: 800);
        var narrow = new List<string>();
        foreach (var url in site.Pages)
        {
            await page.GotoAsync(site.Origin + url);
            narrow.AddRange((await page.EvaluateAsync<string[]>(NarrowHeadings)).Select(heading => $"{url}: {heading}"));
        }
        Assert.Empty(narrow);
    }

    [Fact]
    public async Task LoadsNothingFromElsewhereAndKeepsToItsPolicy()
    {
        var page = await site.Browser.NewPageAsync();
        var trouble = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.Origin, StringComparison.Ordinal))
                trouble.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal))
                trouble.Add(message.Text);
        };
        foreach (var url in site.Pages)
            await page.GotoAsync(site.Origin + url);
        Assert.NotEmpty(site.Pages);
        Assert.Empty(trouble);
    }

    [Fact]
    public async Task IsReachedByKeyboardThroughTheSkipLink()
    {
        var page = await site.Browser.NewPageAsync();
        await page.GotoAsync(site.Origin + "/");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        await page.Keyboard.PressAsync("Enter");
        Assert.EndsWith("#main", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsWellFormedByTheNuChecker()
    {
        var start = new ProcessStartInfo("java",
        [
            "-Xss2m",
            "-jar", Path.Combine(PublishedSite.Root, "tests/tools/node_modules/vnu-jar/build/dist/vnu.jar"),
            "--stdout",
            "--exit-zero-always",
            "--errors-only",
            "--format", "gnu",
            .. Directory.EnumerateFiles(site.Output, "*.html", SearchOption.AllDirectories),
        ])
        { RedirectStandardOutput = true };
        using var checker = Process.Start(start)!;
        var said = await checker.StandardOutput.ReadToEndAsync();
        await checker.WaitForExitAsync();
        Assert.Equal(0, checker.ExitCode);
        Assert.Equal("", said.Replace(site.Output, "", StringComparison.Ordinal));
    }

    [Fact]
    public void WeighsAtMost20KilobytesOnAFirstVisitToAPressRelease()
    {
        var releases = Directory.EnumerateFiles(Path.Combine(site.Output, "press-releases"), "index.html", SearchOption.AllDirectories);
        var release = releases.MaxBy(file => new FileInfo(file).Length)!;
        var html = File.ReadAllText(release);
        var style = Directory.EnumerateFiles(Path.Combine(site.Output, "assets"), "*.css").Single();
        var scripts = Directory.EnumerateFiles(Path.Combine(site.Output, "assets"), "*.js")
            .Where(script => html.Contains(Path.GetFileName(script), StringComparison.Ordinal));
        Assert.InRange(Compressed(release) + Compressed(style) + scripts.Sum(Compressed), 1, 20_000);
    }

    private Task<IPage> OpenAsync(int width, int height) => site.Browser.NewPageAsync(
        new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = height } });

    private static long Compressed(string file)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(bytes, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(file));
        return bytes.Length;
    }
}
