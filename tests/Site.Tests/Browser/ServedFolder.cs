using Microsoft.Playwright;

namespace Advocacy.Tests.Site.Browser;

/// <summary>A built site as a browser asks for it, without a server.</summary>
public static class ServedFolder
{
    public const string Origin = "https://example.test";

    public static async Task<IPage> OpenAsync(this IBrowser browser, string folder, string url, BrowserNewPageOptions? options = null)
    {
        var page = await browser.NewPageAsync(options);
        await page.RouteAsync("**/*", route => FileOf(folder, new Uri(route.Request.Url).AbsolutePath) is var file && File.Exists(file)
            ? route.FulfillAsync(new RouteFulfillOptions { Path = file })
            : route.FulfillAsync(new RouteFulfillOptions { Status = 404 }));
        await page.GotoAsync(Origin + url);
        return page;
    }

    public static string FileOf(string folder, string url) => Path.Combine(folder, url.EndsWith('/') ? $"{url[1..]}index.html" : url[1..]);
}
