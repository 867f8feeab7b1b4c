using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Advocacy.Tests.Site.Browser;

[Collection(PublishedSiteGroup.Name)]
public sealed class MonthlyGiftManaged(PublishedSite site)
{
    [Fact]
    public async Task IsEndedByTheDonor()
    {
        await using var donor = await Donor.ComeAsync(site, "es");
        var (page, words) = (donor.Page, donor.Words);
        await donor.ChooseAsync(25);
        await page.GetByLabel(words.Monthly).CheckAsync();
        await donor.SendAsync();
        await donor.PayByCardAsync(Donor.GoodCard);
        await donor.IsToldAsync("paid", words.PaidTitle);

        await page.GetByText(words.ManageMonthly).ClickAsync();
        await page.GetByText(words.ManageButton, new() { Exact = true }).ClickAsync();
        await Expect(donor.Summary).ToBeFocusedAsync();
        await donor.LookOverAsync();
        await page.GetByLabel(words.YourEmail).FillAsync("donor@example.org");
        await page.GetByText(words.ManageButton, new() { Exact = true }).ClickAsync();
        await Expect(page.Locator(".notice")).ToBeVisibleAsync();
        await donor.LookOverAsync();
        await page.Locator("main a").ClickAsync();
        await donor.LookOverAsync();
        await page.Locator("main button").First.ClickAsync();
        await Expect(page.Locator("main button")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task ShowsOnThePanel()
    {
        await using var donor = await Donor.ComeAsync(site);
        await donor.ChooseAsync(25);
        await donor.Page.GetByLabel("Every month").CheckAsync();
        await donor.SendAsync();
        await donor.PayByCardAsync(Donor.GoodCard);
        await donor.IsToldAsync("paid", donor.Words.PaidTitle);

        await donor.Page.GotoAsync(site.Origin + "/_preview/");

        await Expect(donor.Page.Locator("#gifts ~ .row [value=renew]").First).ToBeVisibleAsync();
        await donor.LookOverAsync();
        await donor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await donor.LookOverAsync();
    }
}
