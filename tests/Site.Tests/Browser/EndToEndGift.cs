using System.Xml.Linq;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Advocacy.Tests.Site.Browser;

/// <summary>From the donate page over the payment page to the thanks, and to the campaign's total.</summary>
[Collection(PublishedSiteGroup.Name)]
public sealed class EndToEndGift(PublishedSite site)
{
    private static readonly BrowserNewContextOptions _phone = new()
    {
        ViewportSize = new() { Width = 390, Height = 844 }, DeviceScaleFactor = 2, IsMobile = true, HasTouch = true,
    };

    private static readonly BrowserNewContextOptions _withoutScript = new() { JavaScriptEnabled = false };

    [Theory]
    [InlineData("en", false)]
    [InlineData("es", true)]
    public async Task RaisesTheTotal(string language, bool monthly)
    {
        await using var donor = await Donor.ComeAsync(site, language);
        var (page, words) = (donor.Page, donor.Words);
        var campaign = await donor.CampaignAsync();
        var before = await donor.RaisedAsync(campaign);

        await donor.ChooseAsync(50);
        if (monthly)
            await page.GetByLabel(words.Monthly).CheckAsync();
        await Expect(page.Locator("form [type=submit]")).ToHaveTextAsync(monthly ? words.GiveMonthly("$50") : words.GiveOnce("$50"));
        await donor.SendAsync();
        await Expect(page.Locator(".notice")).ToBeVisibleAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("$50");
        await donor.LookOverAsync();
        await donor.PayByCardAsync(Donor.GoodCard);
        await donor.IsToldAsync("paid", words.PaidTitle);
        await Expect(page.Locator("[data-sum]")).ToHaveTextAsync(monthly ? words.PaidMonthly("$50") : words.PaidOnce("$50"));
        await donor.LookOverAsync();

        await donor.UntilRaisedAsync(campaign, before + 5000);
        await page.GotoAsync(new Uri(new Uri(donor.DonatePage), $"../campaigns/{campaign}/").ToString());
        await Expect(page.Locator(".progress-raised")).ToContainTextAsync(words.In.Sum(new(before + 5000, "USD")));
    }

    [Fact]
    public async Task IsGivenOnAPhone()
    {
        await using var donor = await Donor.ComeAsync(site, with: _phone);
        var page = donor.Page;

        await page.GetByText("Every month", new() { Exact = true }).TapAsync();
        await page.GetByText("Another amount").TapAsync();
        await page.GetByLabel("Amount (USD)").TapAsync();
        await page.GetByLabel("Amount (USD)").FillAsync("12.50");
        await page.GetByText("Add the payment fee").TapAsync();
        await FitsAsync(page);
        var campaign = await donor.CampaignAsync();
        var before = await donor.RaisedAsync(campaign);
        await page.GetByText("Give $13.09 monthly").TapAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("$13.09");
        await FitsAsync(page);
        await donor.LookOverAsync();
        await donor.PayByCardAsync(Donor.GoodCard);
        await donor.IsToldAsync("paid", "You gave $13.09, and will give the same once a month until you cancel.");
        // Counted before the next donor comes, who looks at what was raised.
        await donor.UntilRaisedAsync(campaign, before + 1309);
        await FitsAsync(page);
    }

    [Theory]
    [InlineData("once")]
    [InlineData("monthly")]
    public async Task NeedsNoScript(string frequency)
    {
        await using var donor = await Donor.ComeAsync(site, with: _withoutScript);
        var page = donor.Page;
        var campaign = await donor.CampaignAsync();
        var before = await donor.RaisedAsync(campaign);

        await page.Locator($"[name=frequency][value={frequency}]").CheckAsync();
        await donor.ChooseAsync(25);
        await donor.SendAsync();
        await donor.PayByCardAsync(Donor.GoodCard);

        await Expect(page.Locator("[data-status=unknown]")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-status]:visible")).ToHaveCountAsync(1);
        await donor.UntilRaisedAsync(campaign, before + 2500);
    }

    [Fact]
    public async Task IsGivenByKeyboardAlone()
    {
        await using var donor = await Donor.ComeAsync(site);
        var page = donor.Page;

        await TabToAsync(page, "[name=frequency]:checked");
        await TabToAsync(page, "[name=amount]");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowDown");
        await TabToAsync(page, "form [type=submit]");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToContainTextAsync("$50");
        foreach (var (name, text) in new[] { ("email", "donor@example.org"), ("name", "Dana Example"), ("card", Donor.GoodCard) })
        {
            await TabToAsync(page, $"[name={name}]");
            await page.Keyboard.TypeAsync(text);
        }
        await page.Keyboard.PressAsync("Enter");

        await donor.IsToldAsync("paid", "You gave $50.");
    }

    [Theory]
    [InlineData("en", "/campaigns/general/")]
    [InlineData("en", "/campaigns/givingtuesday-2026/")]
    [InlineData("es", "/es/campaigns/general/")]
    public async Task ShowsInABadgeOfThePagesLanguageAndSizeWithoutScript(string language, string url)
    {
        await using var donor = await Donor.ComeAsync(site, language, _withoutScript);
        var page = donor.Page;
        await page.GotoAsync(site.Origin + url);
        var picture = page.Locator(".badge img");
        await Expect(picture).ToBeVisibleAsync();

        using var client = new HttpClient();
        var svg = XDocument.Parse(await client.GetStringAsync(new Uri(site.Origin + await picture.GetAttributeAsync("src")))).Root!;

        Assert.Equal((language, await picture.GetAttributeAsync("height")), (svg.Attribute("lang")!.Value, svg.Attribute("height")!.Value));
        Assert.Equal(await page.Locator("h1").TextContentAsync(), svg.Elements().First(element => element.Name.LocalName == "title").Value);
    }

    /// <summary>Every place that has the focus on the way shows that it has it.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (shown, arrived, where) = await FocusAsync(page, selector);
            Assert.True(shown, $"No outline shows the focus on {where}.");
            if (arrived)
                return;
        }
        Assert.Fail($"Sixty presses of Tab do not lead to {selector}.");
    }

    private static async Task<(bool Shown, bool Arrived, string Where)> FocusAsync(IPage page, string selector)
    {
        var shown = await page.EvaluateAsync<string[]>(
            """
            selector => {
              const at = document.activeElement;
              const outlined = [at, at.closest(".choice")].some(place => place && getComputedStyle(place).outlineStyle !== "none");
              return [String(outlined), String(at.matches(selector)), at.outerHTML.slice(0, 100)];
            }
            """, selector);
        return (shown[0] == "true", shown[1] == "true", shown[2]);
    }

    private static async Task FitsAsync(IPage page) =>
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 390);
}
