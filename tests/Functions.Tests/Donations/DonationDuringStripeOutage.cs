using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Advocacy.TestKit.Functions;
using Xunit;

namespace Advocacy.Tests.Functions.Donations;

[Collection(PublishedCampaignGroup.Name)]
public sealed class DonationDuringStripeOutage(PublishedCampaign published)
{
    [Fact]
    public async Task ShowsAPageThatKeepsTheEntries()
    {
        await using var functions = await RunningFunctions.StartAsync(published);
        functions.Stripe.Outage = 500;

        using var answer = await functions.GiveAsync(("amount", "other"), ("other_amount", "77"));

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains(
            "The payment page does not answer at the moment. Try again in a few minutes, or use one of the other ways to give.",
            page,
            StringComparison.Ordinal);
        Assert.Contains("value=\"77\"", page, StringComparison.Ordinal);
        functions.Stripe.Outage = null;
        using var again = await functions.GiveAsync(("amount", "other"), ("other_amount", "77"));
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
    }

    [Fact]
    public async Task ShowsTheSamePageWhereStripeCannotBeReachedOrDoesNotAnswer()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        foreach (var stripe in (string[])["http://127.0.0.1:1", $"http://{silent.LocalEndpoint}"])
        {
            await using var functions = await RunningFunctions.StartAsync(published, ("STRIPE_API_BASE", stripe));
            var began = Stopwatch.GetTimestamp();

            using var answer = await functions.GiveAsync(("amount", "50"));

            Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 15);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Contains("The payment page does not answer at the moment.", page, StringComparison.Ordinal);
        }
    }
}
