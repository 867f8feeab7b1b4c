using System.Net;
using System.Text.Json.Nodes;
using Advocacy.TestKit.Functions;
using Advocacy.TestKit.Stripe;
using Xunit;

namespace Advocacy.Tests.Functions.Hosting;

/// <summary>The folder that <c>dotnet publish functions</c> makes, as it is deployed, behind the preview's host.</summary>
[Collection(PublishedCampaignGroup.Name)]
public sealed class PublishedFunctions(PublishedCampaign published, PublishedFunctionsFolder folder)
    : IClassFixture<PublishedFunctionsFolder>
{
    [Fact]
    public async Task TakeGiftsOnceAndMonthly()
    {
        string[] files =
        [
            "functions.dll", "host.json", "functions.metadata", "worker.config.json", "extensions.json",
            ".azurefunctions/Microsoft.Azure.WebJobs.Extensions.FunctionMetadataLoader.dll",
        ];
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(folder.FullName, file)), file));
        await using var preview = await PreviewWithGiving.StartAsync(published, options => options with
        {
            Command = ["dotnet", folder.App],
            Folder = folder.FullName,
        });

        await preview.GiveAsync();
        await UntilRaisedAsync(preview, 5000);
        await preview.GiveAsync("monthly");
        await UntilRaisedAsync(preview, 10000);
    }

    private static async Task UntilRaisedAsync(PreviewWithGiving preview, long raised)
    {
        for (var i = 0; i < 300 && await RaisedAsync(preview) != raised; i++)
            await Task.Delay(100);
        Assert.Equal(raised, await RaisedAsync(preview));
    }

    private static async Task<long> RaisedAsync(PreviewWithGiving preview)
    {
        using var totals = await preview.GetAsync($"/api/campaigns/{PublishedCampaign.Slug}");
        Assert.Equal(HttpStatusCode.OK, totals.StatusCode);
        return (long)JsonNode.Parse(await totals.Content.ReadAsStringAsync())!["raised"]!;
    }
}
