using Advocacy.TestKit;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Advocacy.Tests.Theme.Donate;

public sealed class GiftFormTests : IAsyncLifetime, IDisposable
{
    private readonly SiteFolder _site = new();
    private IHtmlDocument _page = null!;

    public async Task InitializeAsync()
    {
        _site.TakeGifts();
        Assert.Empty(await _site.ProblemsAsync());
        _page = new HtmlParser().ParseDocument(_site.Read("donate/index.html"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _site.Dispose();

    [Fact]
    public void PostsTheFieldsOfTheContract()
    {
        var form = _page.QuerySelector("form")!;

        Assert.Equal(("post", "/api/donations"), (form.GetAttribute("method"), form.GetAttribute("action")));
        HashSet<string> contract =
        [
            "campaign",
            "amount",
            "other_amount",
            "frequency",
            "cover_fee",
            "designation",
            "tribute",
            "tribute_name",
            "from",
            "language",
            "website",
        ];
        Assert.Superset(contract, form.QuerySelectorAll("[name]").Select(field => field.GetAttribute("name")!).ToHashSet());
    }

    [Fact]
    public void TicksNothingButOnce()
    {
        var ticked = _page.QuerySelectorAll<IHtmlInputElement>("input").Where(input => input.IsChecked);

        Assert.Equal(["once"], ticked.Select(input => input.Value));
    }

    [Fact]
    public void NamesEachControlAndEachGroup()
    {
        Assert.All(_page.QuerySelectorAll<IHtmlInputElement>("form input:not([type=hidden])"), input =>
        {
            var label = input.Closest("label") ?? _page.QuerySelector($"label[for={input.Id}]");
            Assert.False(string.IsNullOrWhiteSpace(label?.TextContent));
        });
        Assert.All(_page.QuerySelectorAll("form select"), select => Assert.NotNull(_page.QuerySelector($"label[for={select.Id}]")));
        Assert.All(_page.QuerySelectorAll("fieldset"), group => Assert.Equal("LEGEND", group.FirstElementChild!.TagName));
        Assert.All(_page.QuerySelectorAll("[aria-describedby]"), control =>
            Assert.All(control.GetAttribute("aria-describedby")!.Split(' '), id => Assert.NotNull(_page.GetElementById(id))));
    }

    [Fact]
    public void ShowsTheSumWithTheFeeForEachAmount() => Assert.Equal(
        ["$25 becomes $25.87", "$50 becomes $51.43"], _page.QuerySelectorAll("[data-fee-sums] li").Select(li => li.TextContent));

    [Fact]
    public void HasAButtonThatIsTrueForEveryChoice() =>
        Assert.Equal("Continue to payment", _page.QuerySelector("form button")!.TextContent);

    [Fact]
    public void IsLinkedFromReleasesAndPetitionsWithTheirNames()
    {
        Assert.Contains("href=\"/donate/?from=ferry\"", _site.Read("press-releases/ferry/index.html"), StringComparison.Ordinal);
        Assert.Contains("href=\"/donate/?from=petition/ferry\"", _site.Read("petitions/ferry/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsNotThereWhereNoGiftsAreTaken()
    {
        using var site = new SiteFolder();

        Assert.Empty(await site.ProblemsAsync());
        Assert.False(site.Has("giving.json"));
        Assert.DoesNotContain("from=ferry", site.Read("press-releases/ferry/index.html"), StringComparison.Ordinal);
    }
}
