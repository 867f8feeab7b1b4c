using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Advocacy.Tests.Site.Browser;

/// <summary>A form that is refused, a card that is declined, a bank that takes its time, a donor who turns back.</summary>
[Collection(PublishedSiteGroup.Name)]
public sealed class DeclinedAndCanceledGifts(PublishedSite site)
{
    private static readonly BrowserNewContextOptions _withoutScript = new() { JavaScriptEnabled = false };

    [Theory]
    [InlineData("en", false)]
    [InlineData("es", true)]
    public async Task RefusedFormKeepsTheEntriesAndLeadsToTheField(string language, bool script)
    {
        await using var donor = await Donor.ComeAsync(site, language, script ? null : _withoutScript);
        var (page, words) = (donor.Page, donor.Words);
        await page.GetByLabel(words.Monthly).CheckAsync();
        await page.Locator("[name=amount][value=other]").CheckAsync();
        await page.Locator("[name=other_amount]").FillAsync("12,50");
        await page.Locator("[name=designation]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByText(words.TributeQuestion).ClickAsync();
        await page.GetByLabel(words.TributeKind).SelectOptionAsync("memory");
        await page.GetByLabel(words.TributeName).FillAsync("Ana Example");

        await donor.SendAsync();

        await Expect(donor.Summary).ToBeFocusedAsync();
        await Expect(donor.Summary).ToContainTextAsync(words.NothingCharged);
        Assert.StartsWith(words.ErrorTitle(""), await page.TitleAsync(), StringComparison.Ordinal);
        await Expect(page.GetByLabel(words.Monthly)).ToBeCheckedAsync();
        await Expect(page.Locator("[name=other_amount]")).ToHaveValueAsync("12,50");
        await Expect(page.Locator("[name=other_amount]")).ToHaveCSSAsync("border-width", "2px");
        await Expect(page.Locator("[name=tribute]")).ToHaveCSSAsync("border-width", "1px");
        await Expect(page.GetByLabel(words.TributeKind)).ToHaveValueAsync("memory");
        await Expect(page.GetByLabel(words.TributeName)).ToHaveValueAsync("Ana Example");
        await donor.LookOverAsync();

        await donor.Summary.GetByRole(AriaRole.Link, new() { Name = words.AmountNotNumber }).ClickAsync();
        await Expect(page.Locator("[name=other_amount]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("12.50");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToContainTextAsync("$12.50");
    }

    [Fact]
    public async Task DeclinedCardCanBeFollowedByAnother()
    {
        await using var donor = await Donor.ComeAsync(site, "es");
        var page = donor.Page;
        var campaign = await donor.CampaignAsync();
        var before = await donor.RaisedAsync(campaign);
        await donor.ChooseAsync(25);
        await donor.SendAsync();

        await donor.PayByCardAsync(Donor.DeclinedCard);
        await Expect(page.Locator(".problems")).ToBeFocusedAsync();
        await Expect(page.Locator("[name=card][aria-invalid=true]")).ToBeVisibleAsync();
        await Expect(page.Locator("[name=email]")).ToHaveValueAsync("donor@example.org");
        await donor.LookOverAsync();
        Assert.Equal(before, await donor.RaisedAsync(campaign));

        await donor.PayByCardAsync(Donor.GoodCard);
        await donor.IsToldAsync("paid", donor.Words.PaidOnce("$25"));
        await donor.UntilRaisedAsync(campaign, before + 2500);
    }

    [Theory]
    [InlineData("en", "settle", 10000)]
    [InlineData("es", "fail-debit", 0)]
    public async Task PendingBankDebitIsFollowedToItsEnd(string language, string end, long added)
    {
        await using var donor = await Donor.ComeAsync(site, language);
        var (page, words) = (donor.Page, donor.Words);
        var campaign = await donor.CampaignAsync();
        var before = await donor.RaisedAsync(campaign);
        await donor.ChooseAsync(100);
        await donor.SendAsync();

        await donor.PayByBankAsync();
        await donor.IsToldAsync("pending", words.PendingTitle);
        await donor.LookOverAsync();
        await donor.PressAtThePanelAsync(end);

        await donor.IsToldAsync(added > 0 ? "paid" : "failed", added > 0 ? words.PaidTitle : words.FailedTitle);
        await donor.LookOverAsync();
        await donor.UntilRaisedAsync(campaign, before + added);
    }

    [Fact]
    public async Task DonorWhoTurnsBackFindsTheEntries()
    {
        await using var donor = await Donor.ComeAsync(site, "es");
        var (page, words) = (donor.Page, donor.Words);
        await donor.ChooseAsync(250);
        await page.GetByLabel(words.Monthly).CheckAsync();
        await page.GetByLabel(words.CoverFee).CheckAsync();
        await page.GetByText(words.TributeQuestion).ClickAsync();
        await page.GetByLabel(words.TributeKind).SelectOptionAsync("honor");
        await page.GetByLabel(words.TributeName).FillAsync("Ana Example");
        await donor.SendAsync();

        await page.Locator("a[href*=cancelled]").ClickAsync();

        await Expect(page.Locator("#cancelled")).ToBeFocusedAsync();
        await Expect(page.Locator("#cancelled")).ToContainTextAsync(words.CancelledText);
        await Expect(page.Locator("form [type=submit]")).ToHaveTextAsync(words.GiveMonthly("$255.93"));
        await Expect(page.GetByLabel(words.TributeName)).ToHaveValueAsync("Ana Example");
        await donor.LookOverAsync();
    }

    [Fact]
    public async Task DonorWhoTurnsBackWithoutScriptFindsTheEntriesToo()
    {
        await using var donor = await Donor.ComeAsync(site, "es", with: _withoutScript);
        var (page, words) = (donor.Page, donor.Words);
        await donor.ChooseAsync(50);
        await page.GetByLabel(words.Monthly).CheckAsync();
        await page.GetByLabel(words.CoverFee).CheckAsync();
        await donor.SendAsync();

        await page.Locator("a[href*=cancelled]").ClickAsync();

        await Expect(page.Locator("#cancelled")).ToContainTextAsync(words.CancelledText);
        await Expect(page.GetByLabel("$50")).ToBeCheckedAsync();
        await Expect(page.GetByLabel(words.Monthly)).ToBeCheckedAsync();
        await Expect(page.GetByLabel(words.CoverFee)).ToBeCheckedAsync();
        await Expect(page.Locator("form [type=submit]")).ToHaveTextAsync(words.GoToPayment);
    }
}
