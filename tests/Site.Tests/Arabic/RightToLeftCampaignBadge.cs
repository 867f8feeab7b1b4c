using System.Globalization;
using System.Xml.Linq;
using Advocacy.Content.GivingData;
using Advocacy.Functions.Campaigns;
using Advocacy.Theme.Campaigns;
using Advocacy.Theme.Localization;
using Xunit;

namespace Advocacy.Tests.Site.Arabic;

public sealed class RightToLeftCampaignBadge(ArabicEdition site) : IClassFixture<ArabicEdition>
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void IsTheEnglishOneMirrored()
    {
        var (english, arabic) = (Drawn("en"), Drawn("ar"));

        Assert.Equal((null, "rtl"), ((string?)english.Attribute("direction"), (string?)arabic.Attribute("direction")));
        Assert.Equal(Bar(english).From, BadgeSize.Width - Bar(arabic).To);
        Assert.Equal(Bar(english).To, BadgeSize.Width - Bar(arabic).From);
        Assert.Equal(TextsBegin(english), TextsBegin(arabic).Select(x => BadgeSize.Width - x));
    }

    private XElement Drawn(string language)
    {
        var file = GivingFile.Read(File.ReadAllBytes(Path.Combine(site.Output, "giving.json")));
        var campaign = file.In(language).Campaigns[0] with { Goal = 100_000 };
        var progress = new Progress(campaign, Raised: 25_000, Gifts: 3, Matched: null, DateTimeOffset.UnixEpoch);
        return XDocument.Parse(CampaignBadgeSvg.Draw(progress, new Words(language, file.Words[language]))).Root!;
    }

    private static (double From, double To) Bar(XElement badge)
    {
        var bar = badge.Elements(_svg + "rect").Single(rect => (string?)rect.Attribute("class") == "bar");
        return (Number(bar, "x"), Number(bar, "x") + Number(bar, "width"));
    }

    private static IEnumerable<double> TextsBegin(XElement badge) => badge.Elements(_svg + "text").Select(text => Number(text, "x"));

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
