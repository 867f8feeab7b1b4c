using System.Text.Json;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Theme;
using Advocacy.TestKit;
using Advocacy.Theme.Localization;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Advocacy.Tests.Site.Browser;

/// <summary>Somebody at a browser who gives on the donate page and pays on the page it leads to.</summary>
public sealed class Donor : IAsyncDisposable
{
    public const string GoodCard = "4242 4242 4242 4242";
    public const string DeclinedCard = "4000 0000 0000 0002";

    private static readonly WordLists _words = WordListReader.Read(SiteFolder.Theme, ["en", "es"], new Problems("", []))!;

    private readonly PublishedSite _site;
    private readonly IBrowserContext _context;

    private readonly bool _hasScript;

    private Donor(PublishedSite site, IBrowserContext context, bool hasScript, IPage page, string language) =>
        (_site, _context, _hasScript, Page, Words) = (site, context, hasScript, page, _words.For(language));

    public IPage Page { get; }

    public Words Words { get; }

    public string DonatePage => $"{_site.Origin}{(Words.In.Tag == "en" ? "" : $"/{Words.In.Tag}")}/donate/";

    public ILocator Summary => Page.Locator(".error-summary");

    public static async Task<Donor> ComeAsync(PublishedSite site, string language = "en", BrowserNewContextOptions? with = null)
    {
        await site.UntilGiftsAreTakenAsync();
        var context = await site.Browser.NewContextAsync(new BrowserNewContextOptions(with ?? new()) { Locale = language });
        context.SetDefaultTimeout(60_000);
        var donor = new Donor(site, context, with?.JavaScriptEnabled ?? true, await context.NewPageAsync(), language);
        await donor.Page.GotoAsync(donor.DonatePage);
        return donor;
    }

    /// <summary>Fails where axe finds anything, with the page that it is on. Axe is a script, and cannot look where none runs.</summary>
    public async Task LookOverAsync()
    {
        if (!_hasScript)
            return;
        Assert.Empty(await Accessibility.ViolationsAsync(Page));
    }

    /// <param name="amount">One of the suggested ones, in dollars.</param>
    public Task ChooseAsync(int amount) => Page.Locator($"[name=amount][value='{amount}']").CheckAsync();

    public Task SendAsync() => Page.Locator("form [type=submit]").ClickAsync();

    public async Task PayByCardAsync(string number)
    {
        await Page.Locator("[name=email]").FillAsync("donor@example.org");
        await Page.Locator("[name=name]").FillAsync("Dana Example");
        await Page.Locator("[name=card]").FillAsync(number);
        await Page.Locator("main button").ClickAsync();
    }

    public async Task PayByBankAsync()
    {
        await Page.Locator("[name=email]").FillAsync("donor@example.org");
        await Page.Locator("[name=name]").FillAsync("Dana Example");
        await Page.Locator("[name=means][value=bank]").CheckAsync();
        await Page.Locator("main button").ClickAsync();
    }

    /// <summary>Where the thank-you page says, by its script, what became of the payment.</summary>
    public async Task IsToldAsync(string status, string title)
    {
        // The page asks again after five seconds at most.
        await Expect(Page.Locator($"[data-status={status}]:visible")).ToContainTextAsync(title, new() { Timeout = 15_000 });
        await Expect(Page.Locator("[data-status]:visible")).ToHaveCountAsync(1);
    }

    /// <summary>The campaign that the form is for.</summary>
    public Task<string> CampaignAsync() => Page.Locator("[name=campaign]").InputValueAsync();

    /// <summary>In cents.</summary>
    public async Task<long> RaisedAsync(string campaign)
    {
        using var client = new HttpClient();
        using var totals = JsonDocument.Parse(await client.GetStringAsync(new Uri($"{_site.Origin}/api/campaigns/{campaign}")));
        return totals.RootElement.GetProperty("raised").GetInt64();
    }

    public async Task UntilRaisedAsync(string campaign, long cents)
    {
        for (var i = 0; i < 100 && await RaisedAsync(campaign) != cents; i++)
            await Task.Delay(100);
        Assert.Equal(cents, await RaisedAsync(campaign));
    }

    /// <summary>Presses a button of the preview's panel, beside the newest gift.</summary>
    public async Task PressAtThePanelAsync(string action)
    {
        var panel = await _context.NewPageAsync();
        await panel.GotoAsync($"{_site.Origin}/_preview/");
        await panel.Locator($"#gifts ~ .row [value={action}]").First.ClickAsync();
        await Expect(panel.Locator(".said")).ToBeVisibleAsync();
        await panel.CloseAsync();
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}
