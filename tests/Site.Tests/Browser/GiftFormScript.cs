using System.Globalization;
using Advocacy.Content.Giving;
using Advocacy.Theme.Localization;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Advocacy.Tests.Site.Browser;

/// <summary>What the form's script keeps true.</summary>
[Collection(PublishedSiteGroup.Name)]
public sealed class GiftFormScript(PublishedSite site)
{
    [Theory]
    [InlineData("?amount=50&frequency=monthly", "Give $50 monthly")]
    [InlineData("?amount=100", "Give $100")]
    [InlineData("?amount=75.5", "Give $75.50")]
    [InlineData("?amount=1234", "Give $1,234")]
    [InlineData("?amount=4", "Continue to payment")]
    [InlineData("?amount=-5", "Continue to payment")]
    [InlineData("?amount=<b>&frequency=weekly&for=nothing", "Continue to payment")]
    [InlineData("", "Continue to payment")]
    public async Task FillsTheFormFromALinkAndNamesTheAmountOnTheButton(string query, string words)
    {
        var page = await OpenAsync(query);

        await Expect(Button(page)).ToHaveTextAsync(words);
    }

    [Fact]
    public async Task TakesDesignationAndSourceFromALink()
    {
        var page = await OpenAsync("?for=plain-language&from=iachr-petition-children-fleeing-violence");

        await Expect(page.Locator("[name=designation]")).ToHaveValueAsync("plain-language");
        await Expect(page.Locator("[name=from]")).ToHaveValueAsync("iachr-petition-children-fleeing-violence");
    }

    [Fact]
    public async Task FollowsEachChoiceWithButtonSumsAndTerms()
    {
        var page = await OpenAsync("");
        var terms = page.Locator(".monthly-terms");

        await page.GetByLabel("$50").CheckAsync();
        await Expect(Button(page)).ToHaveTextAsync("Give $50");
        await Expect(page.Locator("[data-fee-sum]")).ToHaveTextAsync("$50 becomes $51.43");
        await Expect(terms).ToBeHiddenAsync();

        await page.GetByLabel("Every month").CheckAsync();
        await page.GetByLabel("Add the payment fee").CheckAsync();
        await Expect(Button(page)).ToHaveTextAsync("Give $51.43 monthly");
        await Expect(terms).ToContainTextAsync("$51.43 is charged when you confirm it, and then $51.43 once a month until you cancel.");

        await page.GetByLabel("Amount (USD)").FillAsync("12.50");
        await Expect(page.Locator("[name=amount][value=other]")).ToBeCheckedAsync();
        await Expect(Button(page)).ToHaveTextAsync("Give $13.09 monthly");

        await page.GetByLabel("Amount (USD)").FillAsync("٥٠");
        await Expect(Button(page)).ToHaveTextAsync("Continue to payment");
    }

    [Fact]
    public async Task HasTheSameSumsAsTheServer()
    {
        var page = await OpenAsync("");
        var fee = new Fee(220, 30);
        var english = new WordLanguage("en", "en-US");
        await page.GetByLabel("Add the payment fee").CheckAsync();

        foreach (var cents in new long[] { 500, 501, 999, 1_234, 4_567, 99_999, 2_499_999, 2_500_000 })
        {
            await page.GetByLabel("Amount (USD)").FillAsync((cents / 100m).ToString("0.00", CultureInfo.InvariantCulture));
            await Expect(Button(page)).ToHaveTextAsync($"Give {english.Sum(new(fee.GrossOf(cents), "USD"))}");
        }
    }

    [Theory]
    [InlineData("es", "es-US")]
    [InlineData("es", "es-ES")]
    [InlineData("fr", "fr-CA")]
    [InlineData("de", "de-DE")]
    [InlineData("pt", "pt-BR")]
    [InlineData("hi", "hi-IN")]
    [InlineData("ar", "ar-US")]
    public async Task WritesSumsInEveryLanguageAsTheServerDoes(string language, string locale)
    {
        var page = await OpenAsync("");
        var words = new WordLanguage(language, locale);
        await page.EvalOnSelectorAsync(
            "[data-gift]",
            "(form, sums) => { for (const [name, value] of Object.entries(sums)) form.setAttribute(name, value); }",
            words.SumsOf("USD"));

        foreach (var cents in new long[] { 500, 1_234, 123_400, 2_500_000, 2_499_999 })
        {
            await page.GetByLabel("Amount (USD)").FillAsync((cents / 100m).ToString("0.00", CultureInfo.InvariantCulture));
            Assert.Equal($"Give {words.Sum(new(cents, "USD"))}", await Button(page).TextContentAsync());
        }
    }

    [Fact]
    public async Task TakesOneAmountOnly()
    {
        var page = await OpenAsync("");
        await page.Locator("#other-amount").FillAsync("75");
        await Expect(Button(page)).ToHaveTextAsync("Give $75");

        await page.GetByLabel("$100").CheckAsync();

        await Expect(Button(page)).ToHaveTextAsync("Give $100");
        await Expect(page.Locator("#other-amount")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task IsWholeWithoutScript()
    {
        var context = await site.Browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        string? sent = null;
        await page.RouteAsync("**/api/donations", route =>
        {
            sent = route.Request.PostData;
            return route.FulfillAsync(new RouteFulfillOptions { Status = 200, Body = "paying" });
        });
        await page.GotoAsync(site.Origin + "/donate/");
        await page.GetByLabel("Every month").CheckAsync();
        await Expect(page.Locator(".monthly-terms")).ToBeVisibleAsync();
        await page.GetByLabel("$100").CheckAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Continue to payment" }).ClickAsync();
        await LeadsToThePaymentAsync(page);

        Assert.Contains(
            "frequency=monthly&amount=100&other_amount=&designation=where-needed&tribute=&tribute_name=", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("cover_fee", sent, StringComparison.Ordinal);
        await context.CloseAsync();
    }

    [Fact]
    public async Task IsFilledAndSentByKeyboardAlone()
    {
        var page = await OpenAsync("");
        await page.RouteAsync("**/api/donations", route => route.FulfillAsync(new RouteFulfillOptions { Status = 200, Body = "paying" }));
        await page.Locator("#frequency").FocusAsync();
        foreach (var key in new[] { "ArrowRight", "Tab", "Space", "ArrowDown", "Tab", "Tab", "Space" })
            await page.Keyboard.PressAsync(key);
        await Expect(Button(page)).ToHaveTextAsync("Give $51.43 monthly");
        foreach (var key in new[] { "Tab", "Tab", "Tab", "Tab" })
            await page.Keyboard.PressAsync(key);
        while (!await Button(page).EvaluateAsync<bool>("button => button === document.activeElement"))
            await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await LeadsToThePaymentAsync(page);
    }

    private async Task<IPage> OpenAsync(string query)
    {
        var page = await site.Browser.NewPageAsync();
        await page.GotoAsync(site.Origin + "/donate/" + query);
        return page;
    }

    // WaitForURLAsync looks at the address and then waits for the next navigation: it misses one that ends in between.
    private Task LeadsToThePaymentAsync(IPage page) => Expect(page).ToHaveURLAsync($"{site.Origin}/api/donations");

    private static ILocator Button(IPage page) => page.Locator("form [type=submit]");
}
