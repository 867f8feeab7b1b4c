using Xunit;

namespace Advocacy.Tests.FunctionsHost;

[CollectionDefinition(Name)]
public sealed class SharedHostGroup : ICollectionFixture<SharedHost>
{
    public const string Name = "one host of functions";
}
