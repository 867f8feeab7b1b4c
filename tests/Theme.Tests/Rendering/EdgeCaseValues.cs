using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Advocacy.Content.Documents;
using Advocacy.Content.Pages;
using Advocacy.Content.PressReleases;
using Advocacy.Content.Settings;
using Advocacy.Generator.Loading;
using Advocacy.TestKit;
using Advocacy.Theme.Documents;
using Advocacy.Theme.Lists;
using Advocacy.Theme.Shared;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace Advocacy.Tests.Theme.Rendering;

/// <summary>Values that break a careless component, each in the component that shows it.</summary>
public sealed partial class EdgeCaseValues
{
    [Theory]
    [InlineData("\"><script>alert(1)</script>")]
    [InlineData("O’Brien & Søns: “Não” <b>")]
    [InlineData("' onmouseover='alert(1)")]
    public async Task AreEscaped(string words)
    {
        var card = await CardAsync(RenderedComponent.Release with { Title = words, Description = words });
        var document = await RenderedComponent.OfAsync<DocumentLink>(("Document", RenderedComponent.Document with { Title = words }));
        var picture = await PictureAsync(words, caption: words, credit: words);

        Assert.Equal([words, words], [Words(card, ".card-title a"), Words(card, ".card-text")]);
        Assert.StartsWith($"{words} (PDF", Words(document, "a"), StringComparison.Ordinal);
        Assert.Equal(words, picture.QuerySelector("img")?.GetAttribute("alt"));
        Assert.All([card, document, picture], page => Assert.Empty(page.QuerySelectorAll("script, b, [onmouseover]")));
    }

    [Fact]
    public async Task OfARightToLeftLanguageHaveTheirDirection()
    {
        var release = RenderedComponent.Release with
        {
            Language = "ar",
            Title = "العبّارة تعمل",
            Description = "تعمل مرة أخرى.",
        };
        var card = await CardAsync(release);
        var quotation = await QuotationAsync(new Quotation("a", "نعم", "A person", null, null, "ar"));

        Assert.All(new[] { card.QuerySelector(".card-title a"), card.QuerySelector(".card-text"), quotation.QuerySelector("blockquote") },
            element => Assert.Equal(("ar", "rtl"), (element?.GetAttribute("lang"), element?.GetAttribute("dir"))));
        Assert.False(quotation.QuerySelector("figcaption")?.HasAttribute("dir"));
    }

    [Fact]
    public void AnchorsOfTheThemeAreReserved()
    {
        var names = Directory.EnumerateFiles(SiteFolder.Theme, "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => Id().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value);

        Assert.Empty(names.Except(ReservedAnchors.All));
    }

    [Fact]
    public async Task ThatAreLongAreNotCut()
    {
        var title = string.Join(' ', Enumerable.Repeat("Verfassungsbeschwerdeverfahren", 20));

        var release = RenderedComponent.Release with { Title = title };
        var card = await RenderedComponent.OfAsync<ReleaseCard>(("Release", release), ("Zone", TimeZoneInfo.Utc), ("Level", 2));

        Assert.Equal(title, Words(card, "h2.card-title"));
    }

    [Fact]
    public async Task ThatAreMissingLeaveNothingBehind()
    {
        var desk = new Contact("press", "Press desk", null, "press@example.org", null);
        var text = RenderedComponent.Document with { File = new Download("/a.txt", "TXT", 3), Pages = null, Tagged = false };
        var contact = await RenderedComponent.OfAsync<ContactList>(("Contacts", ImmutableArray.Create(desk)));
        var quotation = await QuotationAsync(new Quotation("a", "Yes", "A person", null, null, null));
        var document = await RenderedComponent.OfAsync<DocumentLink>(("Document", text));
        var picture = await PictureAsync("A shore");
        var pages = await RenderedComponent.OfAsync<Pagination>(("Url", "/press-releases/"), ("Number", 1), ("Count", 1));

        Assert.Equal(["Press desk", "press@example.org"], contact.QuerySelectorAll("li > *").Select(part => part.TextContent));
        Assert.Equal("A person", Words(quotation, "figcaption"));
        Assert.False(quotation.QuerySelector("blockquote")?.HasAttribute("lang"));
        Assert.Equal("The letter (TXT, 1 KB)", Words(document, "a"));
        Assert.Empty(document.QuerySelectorAll(".mark, details"));
        Assert.Null(picture.QuerySelector("figcaption"));
        Assert.Null(pages.QuerySelector("nav"));
    }

    private static Task<IHtmlDocument> CardAsync(PressRelease release) =>
        RenderedComponent.OfAsync<ReleaseCard>(("Release", release), ("Zone", TimeZoneInfo.Utc));

    private static Task<IHtmlDocument> QuotationAsync(Quotation quotation) =>
        RenderedComponent.OfAsync<QuotationBlock>(("Quotation", quotation), ("Language", "en"), ("Around", "en"));

    private static Task<IHtmlDocument> PictureAsync(string alt, string? caption = null, string? credit = null)
    {
        var picture = new Picture
        {
            Alt = alt,
            Caption = caption,
            Credit = credit,
            Width = 4,
            Height = 3,
            Fallback = "/a.jpg",
            Sources = [],
        };
        return RenderedComponent.OfAsync<PictureView>(("Picture", picture), ("Language", "en"));
    }

    private static string Words(IDocument page, string selector) =>
        Space().Replace(Assert.Single(page.QuerySelectorAll(selector)).TextContent, " ").Trim();

    [GeneratedRegex(@"\bid=""([a-z][a-z-]*)""")]
    private static partial Regex Id();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
