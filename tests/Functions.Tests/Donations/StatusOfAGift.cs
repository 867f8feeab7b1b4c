using System.Net;
using System.Text;
using Advocacy.Preview.StripeEmulator;
using Advocacy.Preview.StripeEmulator.Resources;
using Advocacy.TestKit.Functions;
using Xunit;

namespace Advocacy.Tests.Functions.Donations;

[Collection(GivingSites.Name)]
public sealed class StatusOfAGift(PublishedCampaign published)
{
    [Fact]
    public async Task PaidByCardIsPaid() => await TellsAsync("paid", (stripe, session) => stripe.Pay(session));

    [Fact]
    public async Task NotPaidYetIsPending() => await TellsAsync("pending", (_, _) => { });

    [Fact]
    public async Task ExpiredHasFailed() => await TellsAsync("failed", (stripe, session) => stripe.Expire(session));

    [Fact]
    public async Task ABankDebitIsPending() => await TellsAsync("pending", (stripe, session) => stripe.Pay(session, TestPaymentMethod.BankDebit));

    [Fact]
    public async Task ABankDebitThatArrivesIsPaid() => await TellsAsync("paid", (stripe, session) =>
    {
        stripe.Pay(session, TestPaymentMethod.BankDebit);
        stripe.SettleDebit(session);
    });

    [Theory]
    [InlineData("once")]
    [InlineData("monthly")]
    public async Task ABankDebitThatBouncesHasFailed(string frequency) => await TellsAsync("failed", (stripe, session) =>
    {
        stripe.Pay(session, TestPaymentMethod.BankDebit);
        stripe.FailDebit(session);
    }, frequency);

    [Theory]
    [InlineData("cs_test_nobody")]
    [InlineData("cs_test_a%2Fb")]
    [InlineData("..%2F..%2Fv1%2Fcustomers")]
    [InlineData("pi_1")]
    public async Task OfNoneOfOursIsUnknown(string id)
    {
        await using var functions = await RunningFunctions.StartAsync(published);

        using var answer = await functions.GetAsync($"/api/donations/{id}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("""{"status":"unknown"}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task IsUnavailableWhileStripeIs()
    {
        await using var functions = await RunningFunctions.StartAsync(published);
        functions.Stripe.Outage = 500;

        using var answer = await functions.GetAsync("/api/donations/cs_test_a");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    private async Task TellsAsync(string status, Action<StripeEmulatorServer, string> happen, string frequency = "once")
    {
        await using var functions = await RunningFunctions.StartAsync(published);
        using var given = await functions.GiveAsync(("amount", "50"), ("frequency", frequency), ("tribute", "honor"), ("tribute_name", "Ana"));
        var session = RunningFunctions.SessionOf(given);
        happen(functions.Stripe, session);

        using var answer = await functions.GetAsync($"/api/donations/{session}");

        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal(
            new StringBuilder("""{"status":"STATUS","interval":"INTERVAL","amount":5000,"currency":"USD"}""").Replace("STATUS", status).Replace("INTERVAL", frequency).ToString(),
            await answer.Content.ReadAsStringAsync());
    }
}
