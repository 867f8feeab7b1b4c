using System.Net;
using Advocacy.Functions.Configuration;
using Advocacy.Tests.Webhooks;
using Advocacy.Theme.Giving;
using Xunit;

namespace Advocacy.Tests.Functions;

/// <summary>The functions come first, and the site after them.</summary>
[Collection(GivingSites.Name)]
public sealed class FirstDeployment(PublishedCampaign published) : IAsyncLifetime
{
    private SiteServer _site = null!;

    public async Task InitializeAsync() => _site = await SiteServer.StartAsync();

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        foreach (var file in GivingCache.For(_site.Address).Files())
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public async Task RecordsGiftsBeforeTheSiteIsThere()
    {
        await using var functions = await StartAsync();
        var body = StripeEvents.Event("checkout.session.completed", StripeEvents.Session(metadata: StripeEvents.Metadata(PublishedCampaign.Slug))).ToJsonString();
        using var webhook = new HttpRequestMessage(HttpMethod.Post, "/api/stripe/webhook") { Content = new StringContent(body) };
        webhook.Headers.TryAddWithoutValidation("Stripe-Signature", Stripe.EventUtility.GenerateSignatureHeader(body, "whsec_test"));

        using var recorded = await functions.SendAsync(webhook);
        using var given = await functions.GiveAsync(("amount", "50"));
        using var health = await functions.GetAsync("/api/health");

        Assert.Equal(HttpStatusCode.OK, recorded.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, given.StatusCode);
        Assert.Equal("This is not available at the moment; try again in a few minutes.", await given.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.OK, "{\"status\":\"degraded\"}"), (health.StatusCode, await health.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task TakesGiftsOfTheSiteThatSiteUrlNames()
    {
        var file = GivingFile.Read(await File.ReadAllBytesAsync(published.GivingFile));
        _site.Publish((file with { Editions = [.. file.Editions.Select(e => e with { Organisation = e.Organisation with { BaseUrl = _site.Address } })] }).Write());
        await using var functions = await StartAsync();

        using var answer = await functions.GetAsync("/api/health/details");

        Assert.Contains($"\"source\": \"{_site.Address}/giving.json\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, (long)(await functions.TotalsAsync())["raised"]!);
    }

    private Task<RunningFunctions> StartAsync() => RunningFunctions.StartAsync(published, ("GIVING_FILE", ""), ("SITE_URL", _site.Address));
}
