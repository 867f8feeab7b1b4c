using System.IO.Compression;
using Advocacy.Preview.StripeEmulator;
using Advocacy.Tests.Site.Browser;
using Microsoft.Playwright;
using Xunit;
using Xunit.Abstractions;

namespace Advocacy.Tests.Site.Search;

/// <summary>What the search page loads, compressed, for two words typed as a reader types them.</summary>
[Collection(PublishedSiteGroup.Name)]
public sealed class SearchPageWeight(PublishedSite site, ITestOutputHelper output)
{
    private const int Budget = 60_000;

    [Fact]
    public async Task IsAtMost60KilobytesForAThousandReleasesAndGrowsSlowerThanTheSite()
    {
        var hundred = await WeighAsync(100);
        var thousand = await WeighAsync(1_000);
        var tenThousand = await WeighAsync(10_000);

        Assert.InRange(thousand, hundred, Budget);
        Assert.InRange(tenThousand, thousand, 3 * thousand);
    }

    private async Task<int> WeighAsync(int releases)
    {
        var index = new LargeIndex(releases);
        var loads = new Dictionary<string, int>();
        var page = await site.Browser.NewPageAsync();
        await page.RouteAsync("**/*", async route =>
        {
            var path = new Uri(route.Request.Url).AbsolutePath;
            if (index.Files.TryGetValue(path, out var bytes))
                await route.FulfillAsync(new RouteFulfillOptions { BodyBytes = bytes, ContentType = TypeOf(path) });
            else
                await route.ContinueAsync();
            // The style sheet and the font are those of every page.
            if (index.Files.ContainsKey(path) || path.EndsWith(".js", StringComparison.Ordinal) || path.EndsWith('/'))
                loads[path] = Compressed(bytes ?? await File.ReadAllBytesAsync(ServedFolder.FileOf(site.Output, path)));
        });
        await page.GotoAsync($"{site.Origin}/search/");
        await page.Locator("input[type=search]").PressSequentiallyAsync(
            $"{index.WordOf(60)} {index.WordOf(300)}", new LocatorPressSequentiallyOptions { Delay = 130 });
        await page.Locator(".results .card").First.WaitForAsync();
        await Assertions.Expect(page.Locator("[role=status]")).Not.ToBeEmptyAsync();
        await page.CloseAsync();
        var parts = loads.GroupBy(load => PartOf(load.Key))
            .Select(part => $"{part.Key} {part.Sum(load => load.Value)} ({part.Count()})");
        var whole = $"index {index.Files.Values.Sum(file => (long)file.Length)} bytes in {index.Files.Count} files";
        output.WriteLine($"{releases} releases: {loads.Values.Sum()} bytes: {string.Join(", ", parts)}; {whole}");
        return loads.Values.Sum();
    }

    private static string TypeOf(string path) =>
        path.EndsWith(".json", StringComparison.Ordinal) ? "application/json" : "text/plain; charset=utf-8";

    private static string PartOf(string path) => path switch
    {
        "/search/" => "page",
        "/search/index.json" => "manifest",
        _ when path.EndsWith(".js", StringComparison.Ordinal) => "script",
        _ when path.EndsWith(".txt", StringComparison.Ordinal) => "shards",
        _ => "passages",
    };

    private static int Compressed(byte[] file)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(file);
        return (int)bytes.Length;
    }
}
