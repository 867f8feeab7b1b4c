using System.Net;
using Advocacy.TestKit.Functions;
using Xunit;

namespace Advocacy.Tests.Functions.Donations;

/// <summary>The setting DONATIONS_DISABLED.</summary>
[Collection(PublishedCampaignGroup.Name)]
public sealed class DonationsDisabledTests(PublishedCampaign published)
{
    [Fact]
    public async Task FormSaysHowElseToGive()
    {
        await using var functions = await RunningFunctions.StartAsync(published, ("DONATIONS_DISABLED", "true"));

        using var answer = await functions.GiveAsync(("amount", "50"));

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains(
            "We are not taking gifts on this site at the moment. Nothing was charged. The ways to give below are open.",
            page,
            StringComparison.Ordinal);
        Assert.Contains("A check of the test.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        Assert.Empty(functions.Stripe.All("checkout.session"));
    }

    [Fact]
    public async Task PaymentBegunBeforeIsStillRecorded()
    {
        await using var functions = await RunningFunctions.StartAsync(published, ("DONATIONS_DISABLED", "true"));
        var form = string.Join(
            '&',
            "mode=payment",
            "submit_type=donate",
            "success_url=https://www.example.test/donate/thanks/",
            "metadata[advocacy]=1",
            $"metadata[campaign]={PublishedCampaign.Slug}",
            "line_items[0][quantity]=1",
            "line_items[0][price_data][currency]=usd",
            "line_items[0][price_data][unit_amount]=5000",
            "line_items[0][price_data][product_data][name]=Gift");
        var (begun, _) = functions.Stripe.Ask("POST", "checkout/sessions", form, null);

        functions.Stripe.Pay((string)begun.Body["id"]!);

        await functions.UntilRaisedAsync(5000);
    }
}
