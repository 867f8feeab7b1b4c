using Advocacy.Content.GivingData;
using Advocacy.Functions.Campaigns;
using Advocacy.Functions.Donations;
using Advocacy.TestKit.Functions;
using Advocacy.Theme.Localization;
using Advocacy.Theme.Views;
using Xunit;

namespace Advocacy.Tests.Functions.Campaigns;

[Collection(PublishedCampaignGroup.Name)]
public sealed class OpenCampaignTests(PublishedCampaign published)
{
    [Fact]
    public void GiftIsForTheOpenCampaignOnceNoPageForItsOwnCanOpen()
    {
        var file = GivingFile.Read(File.ReadAllBytes(published.GivingFile));
        var edition = file.In("en");
        var end = edition.Campaigns.Single(c => c.Slug == PublishedCampaign.Slug).Window!.Ends;

        Assert.Equal(PublishedCampaign.Slug, OpenCampaign.Of(edition, PublishedCampaign.Slug, end.AddMinutes(29)).Slug);
        Assert.Equal("general", OpenCampaign.Of(edition, PublishedCampaign.Slug, end.AddMinutes(29).AddSeconds(1)).Slug);
        Assert.Equal(PublishedCampaign.Slug, OpenCampaign.Of(edition, null, end).Slug);
        Assert.Equal("general", OpenCampaign.Of(edition, null, end.AddHours(2)).Slug);
        var entries = new FormEntries { Campaign = PublishedCampaign.Slug, Amount = "50" };
        var refused = Assert.IsType<InvalidForm>(FormReader.Read(file, entries, new Words("en", file.Words["en"]), end.AddMinutes(30)));
        Assert.StartsWith("The campaign of that form is not open.", Assert.Single(refused.Problems).Sentence, StringComparison.Ordinal);
    }
}
