using Advocacy.TestKit.Functions;
using Xunit;

namespace Advocacy.Tests.Preview;

[CollectionDefinition(Name)]
public sealed class PublishedCampaignGroup : ICollectionFixture<PublishedCampaign>
{
    public const string Name = "a published campaign";
}
