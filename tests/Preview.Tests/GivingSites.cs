using Advocacy.TestKit.Functions;
using Xunit;

namespace Advocacy.Tests.Preview;

[CollectionDefinition(Name)]
public sealed class GivingSites : ICollectionFixture<PublishedCampaign>
{
    public const string Name = "a published campaign";
}
