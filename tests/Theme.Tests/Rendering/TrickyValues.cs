using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Advocacy.Content.Documents;
using Advocacy.Content.Pages;
using Advocacy.Content.Settings;
using Advocacy.Generator.Loading;
using Advocacy.TestKit;
using Advocacy.Theme.Documents;
using Advocacy.Theme.Lists;
using Advocacy.Theme.Shared;
using AngleSharp.Dom;
using Xunit;

namespace Advocacy.Tests.Theme.Rendering;

/// <summary>Values that break a careless component, each in the component that shows it.</summary>
public sealed partial class TrickyValues
{
    [Theory]
    [InlineData("\"><script>alert(1)</script>")]
    [InlineData("O’Brien & Søns: “Não” <b>")]
    [InlineData("' onmouseover='alert(1)")]
    public async Task StayWords(string words)
    {
        var card = await Drawn.OfAsync<ReleaseCard>(("Release", Drawn.Release with { Title = words, Description = words }), ("Zone", TimeZoneInfo.Utc));
        var document = await Drawn.OfAsync<DocumentLink>(("Document", Drawn.Document with { Title = words }));
        var picture = await Drawn.OfAsync<PictureView>(("Picture", new Picture { Alt = words, Caption = words, Credit = words, Width = 4, Height = 3, Fallback = "/a.jpg", Sources = [] }), ("Language", "en"));

        Assert.Equal([words, words], [Words(card, ".card-title a"), Words(card, ".card-text")]);
        Assert.StartsWith($"{words} (PDF", Words(document, "a"), StringComparison.Ordinal);
        Assert.Equal(words, picture.QuerySelector("img")?.GetAttribute("alt"));
        Assert.All([card, document, picture], page => Assert.Empty(page.QuerySelectorAll("script, b, [onmouseover]")));
    }

    [Fact]
    public async Task OfALanguageFromRightToLeftSaySo()
    {
        var card = await Drawn.OfAsync<ReleaseCard>(("Release", Drawn.Release with { Language = "ar", Title = "العبّارة تعمل", Description = "تعمل مرة أخرى." }), ("Zone", TimeZoneInfo.Utc));
        var quotation = await Drawn.OfAsync<QuotationBlock>(("Quotation", new Quotation("a", "نعم", "A person", null, null, "ar")), ("Language", "en"), ("Around", "en"));

        Assert.All(new[] { card.QuerySelector(".card-title a"), card.QuerySelector(".card-text"), quotation.QuerySelector("blockquote") },
            element => Assert.Equal(("ar", "rtl"), (element?.GetAttribute("lang"), element?.GetAttribute("dir"))));
        Assert.False(quotation.QuerySelector("figcaption")?.HasAttribute("dir"));
    }

    [Fact]
    public void NamesOfTheThemesPlacesAreKeptFree()
    {
        var names = Directory.EnumerateFiles(SiteFolder.Theme, "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => Id().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct(StringComparer.Ordinal);

        Assert.Empty(names.Except(ReservedAnchors.All));
    }

    [Fact]
    public async Task ThatAreLongStandWhole()
    {
        var title = string.Join(' ', Enumerable.Repeat("Verfassungsbeschwerdeverfahren", 20));

        var card = await Drawn.OfAsync<ReleaseCard>(("Release", Drawn.Release with { Title = title }), ("Zone", TimeZoneInfo.Utc), ("Level", 2));

        Assert.Equal(title, Words(card, "h2.card-title"));
    }

    [Fact]
    public async Task ThatAreMissingLeaveNothingBehind()
    {
        var contact = await Drawn.OfAsync<ContactList>(("Contacts", ImmutableArray.Create(new Contact("press", "Press desk", null, "press@example.org", null))));
        var quotation = await Drawn.OfAsync<QuotationBlock>(("Quotation", new Quotation("a", "Yes", "A person", null, null, null)), ("Language", "en"), ("Around", "en"));
        var document = await Drawn.OfAsync<DocumentLink>(("Document", Drawn.Document with { File = new Download("/a.txt", "TXT", 3), Pages = null, Tagged = false }));
        var picture = await Drawn.OfAsync<PictureView>(("Picture", new Picture { Alt = "A shore", Width = 4, Height = 3, Fallback = "/a.jpg", Sources = [] }), ("Language", "en"));
        var pages = await Drawn.OfAsync<Pagination>(("Url", "/press-releases/"), ("Number", 1), ("Count", 1));

        Assert.Equal(["Press desk", "press@example.org"], contact.QuerySelectorAll("li > *").Select(part => part.TextContent));
        Assert.Equal("A person", Words(quotation, "figcaption"));
        Assert.False(quotation.QuerySelector("blockquote")?.HasAttribute("lang"));
        Assert.Equal("The letter (TXT, 1 KB)", Words(document, "a"));
        Assert.Empty(document.QuerySelectorAll(".mark, details"));
        Assert.Null(picture.QuerySelector("figcaption"));
        Assert.Null(pages.QuerySelector("nav"));
    }

    private static string Words(IDocument page, string selector) =>
        Space().Replace(Assert.Single(page.QuerySelectorAll(selector)).TextContent, " ").Trim();

    [GeneratedRegex(@"\bid=""([a-z][a-z-]*)""")]
    private static partial Regex Id();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
