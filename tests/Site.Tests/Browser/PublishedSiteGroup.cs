using Xunit;

namespace Advocacy.Tests.Site.Browser;

/// <summary>One preview and one browser for all tests of the site; they take turns, so that a gift can tell what it added itself.</summary>
[CollectionDefinition(Name)]
public sealed class PublishedSiteGroup : ICollectionFixture<PublishedSite>
{
    public const string Name = "the published site";
}
