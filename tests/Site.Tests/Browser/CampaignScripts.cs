using Advocacy.TestKit;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Advocacy.Tests.Site.Browser;

/// <summary>What scripts show of a campaign and of a gift, with the functions' answers put in their place.</summary>
[Collection(PublishedSiteGroup.Name)]
public sealed class CampaignScripts(PublishedSite site)
{
    private const string Campaign = "/campaigns/givingtuesday-2026/";

    [Theory]
    [InlineData("2026-04-01T13:59:59Z", "Spring is near")]
    [InlineData("2026-04-01T14:00:00Z", "Spring is here")]
    [InlineData("2026-04-30T14:00:00Z", "Thank you for spring")]
    [InlineData("2026-05-07T14:00:00Z", null)]
    public async Task ShowThePhaseOfTheInstantWithoutANewBuild(string at, string? words)
    {
        using var folder = new SiteFolder();
        folder.TakeGifts();
        folder.Write("campaigns/spring.yml", SiteFolder.Spring);
        Assert.Empty(await folder.ProblemsAsync("2026-03-20T00:00:00Z"));
        var page = await site.Browser.NewPageAsync();
        await page.RouteAsync("http://example.test/**", route =>
        {
            var path = new Uri(route.Request.Url).AbsolutePath;
            return route.FulfillAsync(new RouteFulfillOptions { Path = folder.Output + (path.EndsWith('/') ? path + "index.html" : path) });
        });
        await page.Clock.SetFixedTimeAsync(at);

        await page.GotoAsync("http://example.test/donate/");

        if (words is null)
            await Expect(page.Locator(".banner")).ToBeHiddenAsync();
        else
            await Expect(page.Locator(".banner p:visible")).ToContainTextAsync(words);
    }

    [Fact]
    public async Task PutTheSumsInWordsInThePlaceOfThePicture()
    {
        var page = await site.Browser.NewPageAsync(new BrowserNewPageOptions { TimezoneId = "America/Chicago" });
        await AnswerAsync(
            page, "**/api/campaigns/givingtuesday-2026",
            """{"campaign":"givingtuesday-2026","currency":"USD","goal":1000000,"raised":321050,"gifts":1,"match":"""
            + """{"sponsor":"A","used":100000,"remaining":50},"asOf":"2026-12-01T18:05:00Z"}""");

        await page.GotoAsync(site.Origin + Campaign);

        await Expect(page.Locator(".progress-raised")).ToHaveTextAsync("$3,210.50 raised of a goal of $10,000");
        await Expect(page.Locator(".progress-gifts")).ToHaveTextAsync("1 gift");
        await Expect(page.Locator(".progress-match")).ToHaveTextAsync("Matching gift: $1,000 used, $0.50 left");
        await Expect(page.Locator(".progress-as-of")).ToContainTextAsync("December 1, 2026");
        await Expect(page.Locator(".progress .badge")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task KeepThePictureWhereTheSumsCannotBeLoaded()
    {
        var page = await site.Browser.NewPageAsync();
        await page.RouteAsync("**/api/campaigns/**", route => route.FulfillAsync(new RouteFulfillOptions { Status = 503 }));

        await page.GotoAsync(site.Origin + Campaign);

        await Expect(page.Locator(".progress .badge")).ToBeVisibleAsync();
        await Expect(page.Locator(".progress-live")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("paid", "once", "You gave $51.43.", true)]
    [InlineData("paid", "monthly", "You gave $51.43, and will give the same once a month until you cancel.", true)]
    [InlineData("pending", "once", "A bank debit takes a few business days to settle.", true)]
    [InlineData("failed", "once", "Nothing was charged. You can try again, or give in another way.", false)]
    public async Task ShowTheDonorTheStateOfThePayment(string status, string interval, string words, bool records)
    {
        var page = await site.Browser.NewPageAsync();
        var payment = $$"""{"status":"{{status}}","interval":"{{interval}}","amount":5143,"currency":"USD"}""";
        await AnswerAsync(page, "**/api/donations/*", payment);

        await page.GotoAsync(site.Origin + "/donate/thanks/?session=cs_test_a1");

        await Expect(page.Locator($"[data-status={status}]:visible")).ToContainTextAsync(words);
        await Expect(page.Locator("[data-status]:visible")).ToHaveCountAsync(1);
        await Expect(page.Locator("[data-records]")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Visible = records });
    }

    [Fact]
    public async Task StopAskingAfterTenTimesAndKeepTheHonestWords()
    {
        var page = await site.Browser.NewPageAsync();
        var asked = 0;
        await page.Clock.InstallAsync();
        await page.RouteAsync("**/api/donations/*", route =>
        {
            Interlocked.Increment(ref asked);
            return route.FulfillAsync(new RouteFulfillOptions { Status = 503 });
        });

        await page.GotoAsync(site.Origin + "/donate/thanks/?session=cs_test_a1");
        for (var i = 0; i < 20; i++)
        {
            await page.Clock.RunForAsync(6_000);
            await page.EvaluateAsync("fetch('/robots.txt').then(answer => answer.text())");
        }

        Assert.Equal(10, asked);
        await Expect(page.Locator("[data-status=unknown]")).ToBeVisibleAsync();
    }

    private static async Task AnswerAsync(IPage page, string url, string json) =>
        await page.RouteAsync(url, route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = json }));
}
