using Advocacy.Functions.Webhooks;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Functions.Webhooks;

public sealed class EventKindsTests
{
    [Fact]
    public void AreThoseThatTheDocumentsListForTheEndpointAtStripe()
    {
        var document = File.ReadAllText(Path.Combine(SiteFolder.Repository, "docs", "donations.md"));
        var start = document.IndexOf("A webhook to", StringComparison.Ordinal);
        var webhook = document[start..document.IndexOf("The list is", start, StringComparison.Ordinal)];

        Assert.Equal(EventKinds.Types, webhook.Split('`').Where((_, i) => i % 2 == 1).Skip(1));
    }
}
