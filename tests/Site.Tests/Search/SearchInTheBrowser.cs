using System.Text.Json;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Theme;
using Advocacy.Generator.Search;
using Advocacy.TestKit;
using Advocacy.Tests.Site.Browser;
using Microsoft.Playwright;
using Xunit;

namespace Advocacy.Tests.Site.Search;

[Collection(PublishedSiteGroup.Name)]
public sealed class SearchInTheBrowser(PublishedSite site)
{
    private const string Words =
        "Niños niñas petición Peticiones PETITIONED filing families ﬁled İzmir Straße "
        + "ΛΌΓΟΣ أحمد كتـاب क्षमा 𐐀𐐁 202 24,000 1.250.000 7’500 "
        + "declaraciones organizations crises children women refugiadas";

    [Theory]
    [InlineData("/es/search/", "ninos", "niños")]
    [InlineData("/search/", "CHILD", "children")]
    public async Task FindsOtherFormsOfAWordAndMarksThem(string url, string query, string word)
    {
        var page = await OpenAsync(url);

        await page.Keyboard.TypeAsync(query);

        await Assertions.Expect(page.Locator(".results mark").First).ToBeVisibleAsync();
        var marked = await page.Locator(".results mark").AllTextContentsAsync();
        Assert.Contains(marked, text => text.Equals(word, StringComparison.OrdinalIgnoreCase));
        await page.CloseAsync();
    }

    [Fact]
    public async Task MoreResultsComeOnceHoweverOftenTheyAreAskedFor()
    {
        var page = await FindManyAsync();

        await page.Locator(".results-more").EvaluateAsync("button => { button.click(); button.click(); }");

        await Assertions.Expect(page.Locator(".results .card").Nth(8)).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var found = await page.Locator(".results .card-title a").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");
        Assert.Equal(found.Distinct(), found);
        await page.CloseAsync();
    }

    [Fact]
    public async Task MoreResultsThatCannotBeLoadedTakeNothingAway()
    {
        var page = await FindManyAsync();
        await page.RouteAsync("**/assets/search/**", route => route.AbortAsync());

        await page.Locator(".results-more").ClickAsync();

        await Assertions.Expect(page.Locator(".results-count")).ToContainTextAsync("could not be loaded");
        await Assertions.Expect(page.Locator(".search-outside")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".results .card")).ToHaveCountAsync(8);
        await page.UnrouteAllAsync();

        await page.Locator(".results-more").ClickAsync();

        await Assertions.Expect(page.Locator(".results .card").Nth(8)).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".search-outside")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".results-count")).ToContainTextAsync("results");
        await page.CloseAsync();
    }

    /// <summary>A document in English is found by what the Spanish page says of it, and shows that.</summary>
    [Fact]
    public async Task ShowsTheWordsInEachResult()
    {
        var page = await OpenAsync("/es/search/");

        await page.Keyboard.TypeAsync("ninos");

        await Assertions.Expect(page.Locator(".results .card-text[lang=es] mark").First).ToBeVisibleAsync();
        Assert.True(await page.Locator(".results .card").CountAsync() > 3);
        Assert.Equal(0, await page.Locator(".results .card:not(:has(mark))").CountAsync());
        await page.CloseAsync();
    }

    [Theory]
    [InlineData("/search/", "en", "1 result", "document", "3 results")]
    [InlineData("/es/search/", "es", "1 resultado", "document", "3 resultados")]
    public async Task FiltersAnnouncesAndKeepsAllInTheAddress(string url, string language, string one, string kind, string three)
    {
        var page = await OpenAsync(url);

        await page.Keyboard.TypeAsync("2014 iachr");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(language == "en" ? "precautionary" : "cautelares");
        await page.Locator("[name=kind]").SelectOptionAsync("petition");
        await Assertions.Expect(page.Locator("[role=status]")).ToHaveTextAsync(one);
        await page.Locator("[name=kind]").SelectOptionAsync(kind);
        await Assertions.Expect(page.Locator(".results-count")).ToHaveTextAsync(three);
        await Assertions.Expect(page.Locator(".results .card-title a").First).ToHaveAttributeAsync("lang", language);
        if (language == "es")
            await Assertions.Expect(page.Locator(".results .card-label").First).ToContainTextAsync("En inglés");
        Assert.EndsWith($"?q={(language == "en" ? "precautionary" : "cautelares")}&kind={kind}", page.Url, StringComparison.Ordinal);

        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".results-count")).ToHaveTextAsync(one);
        Assert.Equal("petition", await page.Locator("[name=kind]").InputValueAsync());

        await page.Locator(".results .card-title a").First.ClickAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".results-count")).ToHaveTextAsync(one);
        await page.CloseAsync();
    }

    [Fact]
    public async Task IsUsableByKeyboard()
    {
        var page = await OpenAsync("/search/");
        await page.Keyboard.TypeAsync("asylum");
        await Assertions.Expect(page.Locator(".results .card").First).ToBeVisibleAsync();
        Assert.Equal("q", await Focused(page, "name"));

        foreach (var next in new[] { "button", "select", "select", "select", "a" })
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal(next, (await page.EvaluateAsync<string>("document.activeElement.localName"))!);
        }
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.closest('.results') !== null"));

        await page.Locator("[name=q]").FocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".results")).ToBeHiddenAsync();
        Assert.Equal("q", await Focused(page, "name"));
        Assert.EndsWith("/search/", page.Url, StringComparison.Ordinal);
        await page.CloseAsync();
    }

    [Fact]
    public async Task ShowsThatNothingWasFound()
    {
        var page = await OpenAsync("/search/");
        await page.Keyboard.TypeAsync("zzyzx");
        await Assertions.Expect(page.Locator("[role=status]"))
            .ToHaveTextAsync("Nothing found. Try fewer words, or another form of a word.");
        await page.CloseAsync();
    }

    [Fact]
    public async Task LeavesTheFormToTheSearchEngineWhereTheIndexCannotBeLoaded()
    {
        var page = await site.Browser.NewPageAsync();
        await page.RouteAsync("**/assets/search/*.txt", route => route.AbortAsync());
        await page.GotoAsync($"{site.Origin}/search/?q=asylum");
        await Assertions.Expect(page.Locator(".results-count"))
            .ToHaveTextAsync("The search of this site could not be loaded. The button now leads to DuckDuckGo.");
        await Assertions.Expect(page.Locator("[name=sites]")).ToBeEnabledAsync();
        await Assertions.Expect(page.Locator(".search-outside")).ToBeVisibleAsync();
        await page.CloseAsync();
    }

    [Fact]
    public async Task IsAFormForOneSearchEngineWithoutScript()
    {
        var context = await site.Browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        // Nothing leaves this machine: the engine is answered for.
        var asked = new TaskCompletionSource<string>();
        await context.RouteAsync("https://duckduckgo.com/**", route =>
        {
            asked.TrySetResult(route.Request.Url);
            return route.FulfillAsync(new RouteFulfillOptions { Body = "found" });
        });
        await page.GotoAsync($"{site.Origin}/es/search/");
        await Assertions.Expect(page.Locator(".search-filters")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".search-outside")).ToBeVisibleAsync();
        Assert.True(await page.Locator("a[href='/es/press-releases/2014/']").IsVisibleAsync());
        Assert.True(await page.Locator("a[href='/es/topics/children/']").IsVisibleAsync());

        await page.Locator("[name=q]").FillAsync("niños");
        await page.Keyboard.PressAsync("Enter");

        Assert.Equal("https://duckduckgo.com/?sites=www.example.org&q=ni%C3%B1os", await asked.Task.WaitAsync(TimeSpan.FromSeconds(60)));
        await context.CloseAsync();
    }

    [Theory]
    [InlineData("/search/", "en")]
    [InlineData("/es/search/", "es")]
    public async Task ComparesWordsAsTheIndexDoes(string url, string language)
    {
        var page = await OpenAsync(url);
        var words = Words.Split(' ');

        var script = await page.EvaluateAsync<JsonElement>($$"""
            async words => {
              const search = await import(document.querySelector("script[src*='/search-']").src);
              await search.open();
              return words.map(word => search.stem(search.fold(word)));
            }
            """, words);

        var endings = SuffixRulesReader.Read(SiteFolder.Theme, [language], new Problems("", []))[language];
        Assert.Equal(words.Select(word => endings.Stem(Folding.Fold(word))), script.EnumerateArray().Select(word => word.GetString()));
        await page.CloseAsync();
    }

    /// <summary>A reader who types a word sees what it finds from the third letter on, and it does not go away before the last.</summary>
    [Theory]
    [InlineData("/search/", "/press-releases/iachr-petition-children-fleeing-violence/")]
    [InlineData("/es/search/", "/es/press-releases/iachr-petition-children-fleeing-violence/")]
    public async Task FindsAPageByEachBeginningOfEachOfItsWords(string url, string release)
    {
        var page = await OpenAsync(url);

        var lost = await page.EvaluateAsync<string[]>("""
            async release => {
              const search = await import(document.querySelector("script[src*='/search-']").src);
              await search.open();
              const html = new DOMParser().parseFromString(await (await fetch(release)).text(), "text/html");
              const words = new Set(html.querySelector("main div.prose").textContent.match(/[\p{L}\p{N}\p{M}]+/gu));
              const { order } = await search.find("", [`#kind/press-release`]);
              const lost = [];
              for (const word of words)
                for (let length = Math.min(3, word.length); length <= word.length; length++)
                  if (!(await search.find(word.slice(0, length))).order.includes(order[0])) lost.push(word.slice(0, length));
              return lost;
            }
            """, release);

        Assert.Equal([], lost);
        await page.CloseAsync();
    }

    [Fact]
    public async Task HasNoAccessibilityViolationWithResults()
    {
        var page = await site.Browser.NewPageAsync(new BrowserNewPageOptions { BypassCSP = true });
        await page.GotoAsync($"{site.Origin}/es/search/?q=ni%C3%B1os");
        await Assertions.Expect(page.Locator(".results .card").First).ToBeVisibleAsync();
        Assert.Empty(await Accessibility.ViolationsAsync(page));
        await page.CloseAsync();
    }

    /// <summary>Looks for a word that more pages have than are shown at first.</summary>
    private async Task<IPage> FindManyAsync()
    {
        var page = await OpenAsync("/search/");
        await page.Keyboard.TypeAsync("petition");
        await Assertions.Expect(page.Locator(".results-more")).ToBeVisibleAsync();
        return page;
    }

    private async Task<IPage> OpenAsync(string url)
    {
        var page = await site.Browser.NewPageAsync();
        await page.GotoAsync(site.Origin + url);
        await page.Locator("[name=q]").FocusAsync();
        await Assertions.Expect(page.Locator(".search-filters")).ToBeVisibleAsync();
        return page;
    }

    private static Task<string> Focused(IPage page, string attribute) =>
        page.EvaluateAsync<string>("name => document.activeElement.getAttribute(name)", attribute);
}
