using System.Net;
using Advocacy.TestKit.Functions;
using Advocacy.TestKit.Stripe;
using Xunit;

namespace Advocacy.Tests.Functions.Donations;

/// <summary>Anybody may ask how a session stands. That must not use up the requests that payments and webhooks need at Stripe.</summary>
public sealed class StatusLimitAtStripe : IAsyncLifetime
{
    private readonly ManualClock _clock = new(DateTimeOffset.UtcNow);
    private WebhookHost _host = null!;

    public async Task InitializeAsync() => _host = await WebhookHost.StartAsync(clock: _clock);

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task LetsNoCrowdOfStrangersThrough()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => AskAsync($"cs_test_nobody{i}?headers=x")));

        Assert.Equal(5, answers.Count(status => status == HttpStatusCode.NotFound));
        Assert.Equal(195, answers.Count(status => status == HttpStatusCode.TooManyRequests));
        Assert.Equal(5, _host.Stripe.Questions.Count);
        await WebhookIsStoredAsync();
    }

    [Fact]
    public async Task AsksOnceForWhatIsFinal()
    {
        _host.Stripe.Knows(StripeEvents.Event("checkout.session.completed", Session("paid")));

        for (var i = 0; i < 50; i++)
            Assert.Equal(HttpStatusCode.OK, await AskAsync("cs_test_a"));

        Assert.Single(_host.Stripe.Questions);
    }

    [Fact]
    public async Task AsksAgainAfterThreeSecondsForWhatIsPending()
    {
        _host.Stripe.Knows(StripeEvents.Event("checkout.session.completed", Session("unpaid")));
        await AskAsync("cs_test_a");
        await AskAsync("cs_test_a");
        Assert.Single(_host.Stripe.Questions);

        _clock.Advance(TimeSpan.FromSeconds(3));
        await AskAsync("cs_test_a");

        Assert.Equal(2, _host.Stripe.Questions.Count);
    }

    [Fact]
    public async Task ThatIsReachedAtStripeKeepsNoWebhookWaiting()
    {
        _host.Stripe.Status = 429;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await AskAsync("cs_test_a"));
        _host.Stripe.Status = null;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await AskAsync("cs_test_a"));

        await WebhookIsStoredAsync();
    }

    private async Task WebhookIsStoredAsync()
    {
        Assert.Equal("200 Recorded.", await _host.SendAsync(StripeEvents.Event("checkout.session.completed", StripeEvents.Session())));
        Assert.Equal(5000, (await _host.TotalsAsync()).Raised);
    }

    private async Task<HttpStatusCode> AskAsync(string session)
    {
        using var answer = await _host.Http.GetAsync(new Uri(_host.Address, $"/api/donations/{session}"));
        return answer.StatusCode;
    }

    private static System.Text.Json.Nodes.JsonObject Session(string status)
    {
        var session = StripeEvents.Session(status: status);
        session["id"] = "cs_test_a";
        return session;
    }
}
