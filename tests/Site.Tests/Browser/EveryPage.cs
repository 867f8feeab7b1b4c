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
        var page = await site.Browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 320, Height = 640 } });
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
        var page = await site.Browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 800 } });
        var narrow = new List<string>();
        foreach (var url in site.Pages)
        {
            await page.GotoAsync(site.Origin + url);
            narrow.AddRange((await page.EvaluateAsync<string[]>("[...document.querySelectorAll('h1, h2, h3')].filter(h => h.offsetHeight > 6 * parseFloat(getComputedStyle(h).lineHeight)).map(h => h.textContent)")).Select(heading => $"{url}: {heading}"));
        }
        Assert.Empty(narrow);
    }

    [Fact]
    public async Task AsksNobodyElseAndLoadsUnderItsOwnPolicy()
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
            "-Xss2m", "-jar", Path.Combine(PublishedSite.Root, "tests/tools/node_modules/vnu-jar/build/dist/vnu.jar"), "--stdout", "--exit-zero-always", "--errors-only", "--format", "gnu",
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
        var release = Directory.EnumerateFiles(Path.Combine(site.Output, "press-releases"), "index.html", SearchOption.AllDirectories).MaxBy(f => new FileInfo(f).Length)!;
        var style = Directory.EnumerateFiles(Path.Combine(site.Output, "assets"), "*.css").Single();
        var scripts = Directory.EnumerateFiles(Path.Combine(site.Output, "assets"), "*.js").Where(script => File.ReadAllText(release).Contains(Path.GetFileName(script), StringComparison.Ordinal));
        Assert.InRange(Compressed(release) + Compressed(style) + scripts.Sum(Compressed), 1, 20_000);
    }

    private static long Compressed(string file)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(bytes, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(file));
        return bytes.Length;
    }
}
