using System.Collections.Immutable;
using Advocacy.Content.GivingData;
using Advocacy.Content.Pages;
using Advocacy.TestKit;
using Advocacy.Theme.Localization;
using Advocacy.Theme.Rendering;
using Advocacy.Theme.Views;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Advocacy.Tests.Theme.Donate;

/// <summary>The form as the functions show it again, from giving.json alone.</summary>
public sealed class GiftFormErrors : IAsyncLifetime, IDisposable
{
    private static readonly FormEntries _entries = new()
    {
        Campaign = "general",
        Amount = "other",
        OtherAmount = "<3",
        Frequency = "monthly",
        CoverFee = "yes",
        Designation = "ferries",
        Tribute = "memory",
        TributeName = "Ana \"Ana\" Example",
        From = "ferry",
        Language = "en",
    };

    private static readonly ImmutableArray<FieldProblem> _problems =
        [
            new("other_amount", "Write the amount in digits."),
            new("tribute_name", "Shorten the name."),
            new("", "Press the button once more."),
        ];

    private readonly SiteFolder _site = new();
    private IHtmlDocument _page = null!;

    public async Task InitializeAsync()
    {
        _site.TakeGifts();
        Assert.Empty(await _site.ProblemsAsync());
        var file = GivingFile.Read(File.ReadAllBytes(Path.Combine(_site.Output, "giving.json")));
        var edition = file.In("en");
        var page = edition.Pages.Single(p => p.Layout == PageLayout.Donate);
        await using var html = new StringWriter();
        await PageRenderer.RenderAsync(new PageModel
        {
            Settings = edition.Settings,
            Words = new Words("en", file.Words["en"]),
            At = DateTimeOffset.UnixEpoch,
            View = new DonateView(page, edition.Campaigns[0], _entries, _problems),
            Texts = new(page.Body),
            Url = page.Url,
            Language = page.Language,
            Title = page.Title,
            Description = page.Description,
            Breadcrumbs = [],
            Assets = file.Assets,
        }, html);
        _page = new HtmlParser().ParseDocument(html.ToString());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _site.Dispose();

    [Fact]
    public void KeepEveryEntry()
    {
        Assert.Equal(["once: False", "monthly: True"], Radios("frequency"));
        Assert.Equal(["25: False", "50: False", "other: True"], Radios("amount"));
        Assert.Equal(("<3", "Ana \"Ana\" Example"), (Value("other_amount"), Value("tribute_name")));
        Assert.Equal(("ferry", "general", "en"), (Value("from"), Value("campaign"), Value("language")));
        Assert.Equal(("ferries", "memory"), (Select("designation"), Select("tribute")));
        Assert.True(_page.QuerySelector<IHtmlInputElement>("[name=cover_fee]")!.IsChecked);
        Assert.True(_page.QuerySelector(".tribute")!.HasAttribute("open"));
    }

    [Fact]
    public void BeginWithASummaryThatTakesFocusAndLeadsToEachField()
    {
        var summary = _page.QuerySelector(".error-summary")!;

        Assert.Equal(("alert", "-1"), (summary.GetAttribute("role"), summary.GetAttribute("tabindex")));
        Assert.True(summary.HasAttribute("autofocus"));
        Assert.Equal("Nothing was charged.", summary.QuerySelector("p")!.TextContent);
        Assert.Equal(
            ["#other-amount: Write the amount in digits.", "#tribute-name: Shorten the name.", ": Press the button once more."],
            summary.QuerySelectorAll("li").Select(li => $"{li.QuerySelector("a")?.GetAttribute("href")}: {li.TextContent.Trim()}"));
        Assert.All(summary.QuerySelectorAll("a"), link => Assert.NotNull(_page.QuerySelector(link.GetAttribute("href")!)));
    }

    [Fact]
    public void AreTiedToTheirFields()
    {
        var field = _page.GetElementById("other-amount")!;

        Assert.Equal("other-amount-hint other-amount-error", field.GetAttribute("aria-describedby"));
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Equal("Error: Write the amount in digits.", _page.GetElementById("other-amount-error")!.TextContent);
        Assert.Null(_page.GetElementById("designation")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public void LoseNothingOnTheWayThroughGivingJson()
    {
        var bytes = File.ReadAllBytes(Path.Combine(_site.Output, "giving.json"));

        Assert.Equal(bytes, GivingFile.Read(bytes).Write());
    }

    private IEnumerable<string> Radios(string name) =>
        _page.QuerySelectorAll<IHtmlInputElement>($"input[type=radio][name={name}]").Select(radio => $"{radio.Value}: {radio.IsChecked}");

    private string? Value(string name) => _page.QuerySelector<IHtmlInputElement>($"[name={name}]")?.Value;

    private string? Select(string name) => _page.QuerySelector<IHtmlSelectElement>($"[name={name}]")?.Value;
}
