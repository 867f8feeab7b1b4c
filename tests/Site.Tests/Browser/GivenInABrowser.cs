using Xunit;

namespace Advocacy.Tests.Site.Browser;

/// <summary>One preview for all who give in a browser; they take turns, so that each can tell what their own gift added.</summary>
[CollectionDefinition(Name)]
public sealed class GivenInABrowser : ICollectionFixture<PublishedSite>
{
    public const string Name = "given in a browser";
}
