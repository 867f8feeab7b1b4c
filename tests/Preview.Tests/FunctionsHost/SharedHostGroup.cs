using Xunit;

namespace Advocacy.Tests.Preview.FunctionsHost;

[CollectionDefinition(Name)]
public sealed class SharedHostGroup : ICollectionFixture<SharedHost>
{
    public const string Name = "one host of functions";
}
