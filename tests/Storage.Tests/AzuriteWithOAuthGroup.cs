using Xunit;

namespace Advocacy.Tests.Storage;

// The identity comes by this process's environment, of which there is one: the classes run one after the other.
[CollectionDefinition(Name)]
public sealed class AzuriteWithOAuthGroup : ICollectionFixture<AzuriteWithOAuth>
{
    public const string Name = "Azurite with OAuth";
}
