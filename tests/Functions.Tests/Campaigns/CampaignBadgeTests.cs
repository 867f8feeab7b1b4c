using System.Xml.Linq;
using Advocacy.TestKit.Functions;
using Xunit;

namespace Advocacy.Tests.Functions.Campaigns;

[Collection(PublishedCampaignGroup.Name)]
public sealed class CampaignBadgeTests(PublishedCampaign published)
{
    [Fact]
    public async Task HasItsNumbersInWordsToo()
    {
        await using var functions = await RunningFunctions.StartAsync(published);
        using var given = await functions.GiveAsync(("amount", "50"));
        functions.Stripe.Pay(RunningFunctions.SessionOf(given));
        await functions.UntilRaisedAsync(5000);

        using var answer = await functions.GetAsync($"/api/campaigns/{PublishedCampaign.Slug}/progress.svg");

        var svg = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
        XNamespace ns = "http://www.w3.org/2000/svg";
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("GivingTuesday <&> “2026”", svg.Element(ns + "title")!.Value);
        Assert.StartsWith(
            "$50 raised of a goal of $1,000. 1 gift. Matching gift: $50 used, $10 left. As of ",
            svg.Element(ns + "desc")!.Value,
            StringComparison.Ordinal);
        Assert.Equal("cross-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
    }
}
