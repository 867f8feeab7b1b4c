using Advocacy.TestKit;
using AngleSharp.Html.Parser;
using Xunit;

namespace Advocacy.Tests.Generator.Loading;

public sealed class TelephoneNumbers : IDisposable
{
    private readonly SiteFolder _site = new();

    [Theory]
    [InlineData("+1 202 555 0100", "tel:+12025550100")]
    [InlineData("(202) 555-0100", "tel:2025550100")]
    [InlineData("202.555.0100 ext. 12", "tel:2025550100;ext=12")]
    [InlineData("+1 202 555 0100 x12", "tel:+12025550100;ext=12")]
    [InlineData("+34 91 555 01 00#12", "tel:+34915550100;ext=12")]
    [InlineData("112", "tel:112")]
    public async Task MayBeWrittenInManyWaysAndAreCalledInOne(string number, string link)
    {
        _site.Replace("site.yml", "Email: press@example.test", $"Email: press@example.test\n    Phone: {number}");

        Assert.Empty(await _site.ProblemsAsync());

        var page = new HtmlParser().ParseDocument(_site.Read("press-releases/ferry/index.html"));
        Assert.Equal([link], page.QuerySelectorAll("a[href^='tel:']").Select(a => a.GetAttribute("href")));
    }

    public void Dispose() => _site.Dispose();
}
