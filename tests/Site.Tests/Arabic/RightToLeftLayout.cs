using Advocacy.Tests.Site.Browser;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;
using Xunit;

namespace Advocacy.Tests.Site.Arabic;

public sealed class RightToLeftLayout(ArabicEdition site) : IClassFixture<ArabicEdition>
{
    private const string Release = "/ar/press-releases/ferry/";

    [Theory]
    [InlineData(
        1280, Release, "/press-releases/ferry/",
        ".site-name", ".breadcrumbs li", ".page-label", "h1", ".prose h2", ".quotation", ".margin", ".site-footer-name")]
    [InlineData(
        390, Release, "/press-releases/ferry/",
        ".site-name", ".breadcrumbs li", ".page-label", "h1", ".prose h2", ".quotation", ".margin", ".site-footer-name")]
    [InlineData(
        1280, "/ar/petitions/ferry/", "/petitions/ferry/",
        ".glance h2", ".pairs dt", ".pairs dd", ".timeline > li", ".timeline-date")]
    [InlineData(390, "/ar/donate/", "/donate/", ".choice input", ".choice-name", ".choice-other", "#designation", ".button-main")]
    [InlineData(1280, "/ar/search/", "/search/", ".search-field", ".section-title", ".browse h3")]
    public async Task EachPartBeginsAsFarFromTheRightAsInEnglishFromTheLeft(int width, string arabic, string english, params string[] parts)
    {
        var (mirrored, plain) = (await site.OpenAsync(arabic, width), await site.OpenAsync(english, width));

        Assert.Equal(await BeginningsAsync(plain, parts, "box.left"), await BeginningsAsync(mirrored, parts, "innerWidth - box.right"));

        await mirrored.CloseAsync();
        await plain.CloseAsync();
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task SkipLinkAndNavigationBeginOnTheRight(int width)
    {
        var page = await site.OpenAsync(Release, width);

        await page.Keyboard.PressAsync("Tab");
        var skip = (await page.Locator(".skip").BoundingBoxAsync())!;
        Assert.Equal(width, skip.X + skip.Width);
        // The first link of the navigation is the one on the right.
        var links = await page.Locator(".site-nav a")
            .EvaluateAllAsync<float[]>("links => links.map(link => link.getBoundingClientRect().right)");
        Assert.Equal(links.OrderDescending(), links);
        await page.CloseAsync();
    }

    [Fact]
    public async Task HasNoAccessibilityViolationInLightOrDark()
    {
        var found = new List<string>();
        var page = await site.OpenAsync("/ar/");
        foreach (var url in site.Pages)
        {
            await page.GotoAsync(ServedFolder.Origin + url);
            found.AddRange(await Accessibility.ViolationsAsync(page));
        }
        await page.CloseAsync();
        Assert.NotEmpty(site.Pages);
        Assert.Empty(found);
    }

    [Fact]
    public async Task ReflowsAt320Pixels()
    {
        var page = await site.OpenAsync("/ar/", 320);
        foreach (var url in site.Pages)
        {
            await page.GotoAsync(ServedFolder.Origin + url);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 320"), url);
        }
        await page.CloseAsync();
    }

    [Fact]
    public void EveryPageHasLanguageAndDirection() =>
        Assert.All(site.Pages, url => Assert.Equal("ar rtl", ForeignText(Page(url).DocumentElement)));

    [Fact]
    public void WhatRunsTheOtherWayIsMarked()
    {
        var release = Page(Release);
        Assert.Equal("en ltr", ForeignText(release.QuerySelector(".quotation blockquote")!));
        Assert.Equal("en ltr", ForeignText(release.QuerySelector(".prose > div")!));
        Assert.Equal("en ltr", ForeignText(release.QuerySelector("p > span[lang]")!));
        Assert.Equal("en ltr", ForeignText(release.QuerySelector(".languages a")!));
        Assert.Equal("ar rtl", ForeignText(Page("/press-releases/ferry/").QuerySelector(".languages a")!));

        var cards = Page("/ar/press-releases/").QuerySelectorAll(".card-title a");
        Assert.Equal([" ", "en ltr"], cards.Select(ForeignText));
    }

    [Fact]
    public void NotFoundPageIsInBothLanguages()
    {
        Assert.Equal("ar rtl", ForeignText(Page("/404.html").QuerySelector("main section[lang]")!));
        Assert.Equal("en ltr", ForeignText(Page("/ar/404.html").QuerySelector("main section[lang]")!));
    }

    [Fact]
    public void ADonorMayWriteANameInEitherScript() =>
        Assert.Equal("auto", Page("/ar/donate/").QuerySelector("[name=tribute_name]")!.GetAttribute("dir"));

    [Fact]
    public void SumsAndNamesKeepTheirOrderInASentence()
    {
        var limits = Page("/ar/donate/").QuerySelector("#other-amount-hint")!.TextContent;
        var legal = Page("/ar/").QuerySelector(".site-footer-legal")!.TextContent;
        var copied = Page("/ar/petitions/ferry/petition-2026-02-20/").QuerySelector("[data-copy]")!.GetAttribute("data-copy")!;

        Assert.Contains(
            "من \u2068\u200F5\u00A0US$\u200E\u2069 إلى \u2068\u200F25,000\u00A0US$\u200E\u2069", limits, StringComparison.Ordinal);
        Assert.Contains("\u2068Crossing Record, Inc.\u2069", legal, StringComparison.Ordinal);
        Assert.DoesNotContain("\u2068", copied, StringComparison.Ordinal);
    }

    [Fact]
    public void DatesAndMarksAreThoseOfTheLanguage()
    {
        var release = Page(Release);
        Assert.Equal("شيكاغو، 2 مارس 2026", release.QuerySelector(".dateline")!.TextContent);
        Assert.Contains("«المرسى القديم»", release.QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("الهيئه", "الهيئة")]
    [InlineData("التماس", "الْتِمَاس")]
    public async Task SearchFindsAWordWithoutItsDiacriticsAndCounts(string query, string other)
    {
        var page = await site.OpenAsync($"/ar/search/?q={Uri.EscapeDataString(query)}");
        await Assertions.Expect(page.Locator(".results mark").First).ToBeVisibleAsync();
        Assert.Matches("^(نتيجة واحدة|نتيجتان|[3-9] نتائج)$", await page.Locator(".results-count").TextContentAsync());
        var found = await page.Locator(".results .card").CountAsync();
        await page.Locator("[name=q]").FillAsync(other);
        await Assertions.Expect(page.Locator(".results .card")).ToHaveCountAsync(found);
        await page.CloseAsync();
    }

    private static async Task<string[]> BeginningsAsync(IPage page, string[] parts, string beginning)
    {
        var script = $"element => {{ const box = element.getBoundingClientRect(); return Math.round({beginning}); }}";
        var found = new List<string>();
        foreach (var part in parts)
            found.Add($"{part} {await page.Locator(part).First.EvaluateAsync<int>(script)}");
        return [.. found];
    }

    private IHtmlDocument Page(string url) => new HtmlParser().ParseDocument(site.Read(url));

    private static string ForeignText(AngleSharp.Dom.IElement element) => $"{element.GetAttribute("lang")} {element.GetAttribute("dir")}";
}
