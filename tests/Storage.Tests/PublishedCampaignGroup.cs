using Advocacy.TestKit.Functions;
using Xunit;

namespace Advocacy.Tests.Storage;

[CollectionDefinition(Name)]
public sealed class PublishedCampaignGroup : ICollectionFixture<PublishedCampaign>
{
    public const string Name = "a published campaign";
}
