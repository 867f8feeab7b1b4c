using Advocacy.TestKit;
using NetVips;
using Xunit;

namespace Advocacy.Tests.Generator.Images;

/// <summary>What a picture shows is said in words with the signs of their language, as all else is.</summary>
public sealed class AltTextTypography : IDisposable
{
    private readonly SiteFolder _site = new();

    [Fact]
    public async Task HasTheQuotationMarksOfTheLanguage()
    {
        using var image = Image.Black(40, 30);
        _site.Write("press-releases/ferry/shore.png", image.PngsaveBuffer());
        _site.AddText(SiteFolder.Release, "\n![The children's \"home\" -- & 'barn' &copy;](shore.png 'It \"stands\" -- still')\n");

        Assert.Empty((await _site.BuildAsync()).Problems);

        var page = _site.Read("press-releases/ferry/index.html");
        Assert.Contains("alt=\"The children’s “home” – &amp; ‘barn’ ©\"", page, StringComparison.Ordinal);
        Assert.Contains("It “stands” – still", page, StringComparison.Ordinal);
    }

    public void Dispose() => _site.Dispose();
}
