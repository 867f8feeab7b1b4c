using System.Net;
using Advocacy.Preview.StripeEmulator;
using Advocacy.Preview.StripeEmulator.Resources;
using Advocacy.TestKit.Functions;
using Xunit;

namespace Advocacy.Tests.Functions.Donations;

[Collection(PublishedCampaignGroup.Name)]
public sealed class DonationStatusTests(PublishedCampaign published)
{
    [Fact]
    public async Task CardPaymentIsPaid() => await IsAsync("paid", (stripe, session) => stripe.Pay(session));

    [Fact]
    public async Task UnpaidSessionIsPending() => await IsAsync("pending", (_, _) => { });

    [Fact]
    public async Task ExpiredSessionHasFailed() => await IsAsync("failed", (stripe, session) => stripe.Expire(session));

    [Fact]
    public async Task BankDebitIsPending() =>
        await IsAsync("pending", (stripe, session) => stripe.Pay(session, TestPaymentMethod.BankDebit));

    [Fact]
    public async Task BankDebitThatArrivesIsPaid() => await IsAsync("paid", (stripe, session) =>
    {
        stripe.Pay(session, TestPaymentMethod.BankDebit);
        stripe.SettleDebit(session);
    });

    [Theory]
    [InlineData("once")]
    [InlineData("monthly")]
    public async Task BankDebitThatBouncesHasFailed(string frequency) => await IsAsync("failed", (stripe, session) =>
    {
        stripe.Pay(session, TestPaymentMethod.BankDebit);
        stripe.FailDebit(session);
    }, frequency);

    [Theory]
    [InlineData("cs_test_nobody")]
    [InlineData("cs_test_a%2Fb")]
    [InlineData("..%2F..%2Fv1%2Fcustomers")]
    [InlineData("pi_1")]
    public async Task SessionThatIsNotOursIsUnknown(string id)
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

    private async Task IsAsync(string status, Action<StripeEmulatorServer, string> happen, string frequency = "once")
    {
        await using var functions = await RunningFunctions.StartAsync(published);
        using var given = await functions.GiveAsync(
            ("amount", "50"), ("frequency", frequency), ("tribute", "honor"), ("tribute_name", "Ana"));
        var session = RunningFunctions.SessionOf(given);
        happen(functions.Stripe, session);

        using var answer = await functions.GetAsync($"/api/donations/{session}");

        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal(
            $$"""{"status":"{{status}}","interval":"{{frequency}}","amount":5000,"currency":"USD"}""",
            await answer.Content.ReadAsStringAsync());
    }
}
