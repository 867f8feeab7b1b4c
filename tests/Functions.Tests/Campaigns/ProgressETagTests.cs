using Advocacy.Content.Campaigns;
using Advocacy.Functions.Campaigns;
using Advocacy.Functions.Configuration;
using Advocacy.Functions.Ledger;
using Advocacy.TestKit.Functions;
using Advocacy.TestKit.Ledger;
using Xunit;

namespace Advocacy.Tests.Functions.Campaigns;

/// <summary>The ETag of a campaign's numbers: a new one whenever anything that is shown changes.</summary>
public sealed class ProgressETagTests
{
    [Fact]
    public async Task ChangesWithAllThatIsShownAndNotWithTheTime()
    {
        var giving = GivingFromFile.Read(await PublishedCampaign.SharedFileAsync()).Site!;
        var campaign = giving.Campaign(PublishedCampaign.Slug)!;
        var tag = Tag(campaign, 5000, Given.Noon);

        Assert.Matches("^W/\"[0-9a-f]{24}\"$", tag);
        Assert.Equal(tag, Tag(campaign, 5000, Given.Noon.AddDays(1)));
        string[] others =
        [
            Tag(campaign, 5001, Given.Noon),
            Tag(campaign with { Title = "Another title" }, 5000, Given.Noon),
            Tag(campaign with { Currency = "EUR" }, 5000, Given.Noon),
            Tag(campaign with { Goal = 1 }, 5000, Given.Noon),
            Tag(campaign with { Match = campaign.Match! with { Sponsor = "Another sponsor" } }, 5000, Given.Noon),
        ];
        Assert.Equal(6, others.Append(tag).Distinct().Count());
    }

    private static string Tag(Campaign campaign, long raised, DateTimeOffset at) =>
        Progress.Of(campaign, new Totals(campaign.Slug, "usd", raised, 1, raised), at).Tag;
}
