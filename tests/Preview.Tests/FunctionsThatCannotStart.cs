using System.Net;
using Advocacy.TestKit.Functions;
using Advocacy.TestKit.Stripe;
using Xunit;

namespace Advocacy.Tests.Preview;

[Collection(PublishedCampaignGroup.Name)]
public sealed class FunctionsThatCannotStart(PublishedCampaign published)
{
    [Theory]
    [InlineData(
        "echo 'LEDGER_CONNECTION is not set.' >&2; exit 78",
        "The functions app ended with exit code 78 before it answered, 3 times; the lines above say why.")]
    [InlineData("exit 0", "The functions app ended with exit code 0, after which the host does not start it again.")]
    public async Task LeaveTheSiteAsItIsAndShowWhy(string script, string why)
    {
        await using var preview = await PreviewWithGiving.StartAsync(
            published, options => options with { Command = ["/bin/sh", "-c", script] });

        using var page = await preview.GetAsync("/donate/");
        using var api = await preview.GetAsync("/api/health");
        using var panel = await preview.GetAsync("/_preview/");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, api.StatusCode);
        Assert.Equal($"{why} The panel at /_preview/ shows its lines.\n", await api.Content.ReadAsStringAsync());
        Assert.Contains(why, await panel.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(why, preview.Terminal);
        if (script.Contains("LEDGER_CONNECTION", StringComparison.Ordinal))
            Assert.Equal(3, preview.Terminal.Count(line => line == "functions: LEDGER_CONNECTION is not set."));
    }
}
