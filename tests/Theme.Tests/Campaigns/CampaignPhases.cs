using System.Text;
using Advocacy.TestKit;
using AngleSharp.Html.Parser;
using Xunit;

namespace Advocacy.Tests.Theme.Campaigns;

public sealed class CampaignPhases : IDisposable
{
    private readonly SiteFolder _site = new();

    [Theory]
    [InlineData("2026-03-15T14:00:00Z", "Spring is near Give early", "Spring begins on April 1.", "spring")]
    [InlineData("2026-04-01T13:59:59Z", "Spring is near Give early", "Spring begins on April 1.", "spring")]
    [InlineData("2026-04-01T14:00:00Z", "Spring is here Give now", "Spring lasts until April 30.", "spring")]
    [InlineData("2026-04-30T14:00:00Z", "Thank you for spring See it", "Spring has ended.", "general")]
    [InlineData("2026-05-07T14:00:00Z", null, "Spring is over.", "general")]
    public async Task DecideWhatTheBannerThePageAndTheFormShow(string at, string? banner, string text, string campaign)
    {
        _site.TakeGifts();
        _site.Write("campaigns/spring.yml", SiteFolder.Spring);

        Assert.Empty(await _site.ProblemsAsync(at));

        Assert.Equal(banner, Shown("index.html", ".banner p:not([hidden])"));
        Assert.Equal(text, Shown("campaigns/spring/index.html", "[data-phases] .page-subheading:not([hidden])"));
        var form = new HtmlParser().ParseDocument(_site.Read("donate/index.html"));
        Assert.Equal(campaign, form.QuerySelector("[name=campaign]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task KeepAnEmbargoOnTheWholeCampaign()
    {
        _site.TakeGifts();
        _site.Write("campaigns/spring.yml", SiteFolder.Spring);

        Assert.Empty(await _site.ProblemsAsync("2026-03-15T13:59:59Z"));

        var published = _site.OutputFiles()
            .Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal) || file.Key == "giving.json")
            .Select(file => Encoding.UTF8.GetString(file.Value));
        Assert.DoesNotContain("pring", string.Concat(published), StringComparison.Ordinal);
    }

    public void Dispose() => _site.Dispose();

    private string? Shown(string file, string selector)
    {
        var text = new HtmlParser().ParseDocument(_site.Read(file)).QuerySelector(selector)?.TextContent;
        return text is null ? null : string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }
}
