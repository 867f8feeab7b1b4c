using System.Net;
using Advocacy.Content.GivingData;
using Advocacy.Functions.Configuration;
using Advocacy.Functions.Ledger;
using Advocacy.TestKit.Functions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Advocacy.Tests.Functions.Configuration;

/// <summary>The functions come first, and the site after them.</summary>
[Collection(PublishedCampaignGroup.Name)]
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
        var form = string.Join(
            '&',
            "mode=payment",
            "success_url=https://www.example.test/donate/thanks/",
            "metadata[advocacy]=1",
            $"metadata[campaign]={PublishedCampaign.Slug}",
            "line_items[0][quantity]=1",
            "line_items[0][price_data][currency]=usd",
            "line_items[0][price_data][unit_amount]=5000",
            "line_items[0][price_data][product_data][name]=Gift");
        var (begun, _) = functions.Stripe.Ask("POST", "checkout/sessions", form, null);
        var session = (string)begun.Body["id"]!;
        functions.Stripe.Pay(session);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await functions.Stripe.WebhookOutbox.QuietAsync(patience.Token);

        using var given = await functions.GiveAsync(("amount", "50"));
        using var health = await functions.GetAsync("/api/health");

        var payment = (string)functions.Stripe.Find(session)!["payment_intent"]!;
        var gift = await functions.Services.GetRequiredService<ILedger>().FindAsync(payment, CancellationToken.None);
        Assert.Equal(5000, gift!.Standing);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, given.StatusCode);
        Assert.Equal("This is not available at the moment; try again in a few minutes.", await given.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.OK, "{\"status\":\"degraded\"}"), (health.StatusCode, await health.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task TakesGiftsOfTheSiteThatSiteUrlNames()
    {
        var file = GivingFile.Read(await File.ReadAllBytesAsync(published.GivingFile));
        var editions = file.Editions.Select(edition => edition with { Settings = edition.Settings with { BaseUrl = _site.Address } });
        _site.Publish((file with { Editions = [.. editions] }).Write());
        await using var functions = await StartAsync();

        using var answer = await functions.GetAsync($"/api/health/details?code={functions.Key}");

        Assert.Contains($"\"source\": \"{_site.Address}/giving.json\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, (long)(await functions.TotalsAsync())["raised"]!);
    }

    private Task<RunningFunctions> StartAsync() => RunningFunctions.StartAsync(published, ("GIVING_FILE", ""), ("SITE_URL", _site.Address));
}
