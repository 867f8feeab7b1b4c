using Advocacy.TestKit.Functions;
using Xunit;

namespace Advocacy.Tests.Storage;

[CollectionDefinition(Name)]
public sealed class GivingSites : ICollectionFixture<PublishedCampaign>
{
    public const string Name = "a published campaign";
}
