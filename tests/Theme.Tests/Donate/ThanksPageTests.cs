using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Theme.Donate;

public sealed class ThanksPageTests
{
    [Theory]
    [InlineData("pages/donate/thanks.md", "donate/thanks")]
    [InlineData("pages/grateful.md", "grateful")]
    public async Task LeadsToTheFormWhereverItStands(string file, string address)
    {
        using var site = new SiteFolder();
        site.TakeGifts();
        site.Write(file, File.ReadAllText(site.PathOf("pages/donate/thanks.md")));

        Assert.Empty(await site.ProblemsAsync());

        var page = site.Read($"{address}/index.html");
        Assert.Contains("href=\"/donate/\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/donate/manage/\"", page, StringComparison.Ordinal);
    }
}
