using Advocacy.TestKit;
using Advocacy.Tests.Site.Browser;
using Microsoft.Playwright;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using Xunit;

namespace Advocacy.Tests.Site.Search;

/// <summary>A document is found by each of its pages, and stands among the results once, with the page that fits best.</summary>
public sealed class SearchResultPassage : IAsyncLifetime, IDisposable
{
    private readonly SiteFolder _site = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var words in new[] { "Antelopes cross by day.", "Antelopes and one antelope cross by night." })
            builder.AddPage(UglyToad.PdfPig.Content.PageSize.Letter).AddText(words, 12, new PdfPoint(72, 700), font);
        _site.Write("petitions/ferry/petition.pdf", builder.Build());
        _site.Replace(SiteFolder.Petition, "    To: the Commission\n", "    To: the Commission\n    File: petition.pdf\n");
        Assert.Empty(await _site.ProblemsAsync());
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    [Theory]
    [InlineData("antelope night", "/petitions/ferry/petition/#page=2", "Antelopes", "antelope", "night")]
    [InlineData("days antelope", "/petitions/ferry/petition/#page=1", "Antelopes", "day")]
    [InlineData("day night", "/petitions/ferry/petition/#page=1", "day")]
    [InlineData("nights", "/petitions/ferry/petition/#page=2", "night")]
    public async Task HasTheWordsMarkedAndIsWhereTheResultLeads(string query, string place, params string[] marked)
    {
        var page = await _browser!.OpenAsync(_site.Output, $"/search/?q={Uri.EscapeDataString(query)}");

        await Assertions.Expect(page.Locator(".results .card")).ToHaveCountAsync(1);
        Assert.Equal(place, await page.Locator(".results .card-title a").GetAttributeAsync("href"));
        Assert.Equal(marked, await page.Locator(".results .card-text mark").AllTextContentsAsync());
    }

    [Fact]
    public async Task IsTheWholeDocumentWhereOnlyItsTitleHasTheWords()
    {
        _site.Replace(SiteFolder.Petition, "Title: The petition", "Title: The zebra letter");
        Assert.Empty(await _site.ProblemsAsync());

        var page = await _browser!.OpenAsync(_site.Output, "/search/?q=zebra");

        await Assertions.Expect(page.Locator(".results .card-title a[href='/petitions/ferry/petition/']")).ToHaveCountAsync(1);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    public void Dispose() => _site.Dispose();
}
