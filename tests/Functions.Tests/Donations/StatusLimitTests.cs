using System.Net;
using System.Text.Json.Nodes;
using Advocacy.Functions.Donations;
using Advocacy.TestKit.Functions;
using Advocacy.TestKit.Stripe;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Advocacy.Tests.Functions.Donations;

/// <summary>
/// Anybody may request the status of a session. That must not use up the requests that payments and webhooks need at Stripe: a rate limit
/// keeps strangers off, and <see cref="SessionStatusCache"/> remembers what is final.
/// </summary>
public sealed class StatusLimitTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private WebhookHost _host = null!;

    public async Task InitializeAsync() => _host = await WebhookHost.StartAsync(clock: _clock);

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task LetsNoCrowdOfStrangersThrough()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => GetStatusAsync($"cs_test_nobody{i}?headers=x")));

        Assert.Equal(5, answers.Count(status => status == HttpStatusCode.NotFound));
        Assert.Equal(195, answers.Count(status => status == HttpStatusCode.TooManyRequests));
        Assert.Equal(5, _host.Stripe.Requests.Count);
        await WebhookIsStoredAsync();
    }

    [Fact]
    public async Task FinalStatusIsRequestedOnce()
    {
        _host.Stripe.Knows(StripeEvents.Event("checkout.session.completed", Session("paid")));

        for (var i = 0; i < 50; i++)
            Assert.Equal(HttpStatusCode.OK, await GetStatusAsync("cs_test_a"));

        Assert.Single(_host.Stripe.Requests);
    }

    [Fact]
    public async Task PendingStatusIsRequestedAgainAfterThreeSeconds()
    {
        _host.Stripe.Knows(StripeEvents.Event("checkout.session.completed", Session("unpaid")));
        await GetStatusAsync("cs_test_a");
        await GetStatusAsync("cs_test_a");
        Assert.Single(_host.Stripe.Requests);

        _clock.Advance(TimeSpan.FromSeconds(3));
        await GetStatusAsync("cs_test_a");

        Assert.Equal(2, _host.Stripe.Requests.Count);
    }

    [Fact]
    public async Task RateLimitAtStripeKeepsNoWebhookWaiting()
    {
        _host.Stripe.Status = 429;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await GetStatusAsync("cs_test_a"));
        _host.Stripe.Status = null;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await GetStatusAsync("cs_test_a"));

        await WebhookIsStoredAsync();
    }

    private async Task WebhookIsStoredAsync()
    {
        Assert.Equal("200 Recorded.", await _host.SendAsync(StripeEvents.Event("checkout.session.completed", StripeEvents.Session())));
        Assert.Equal(5000, (await _host.TotalsAsync()).Raised);
    }

    private async Task<HttpStatusCode> GetStatusAsync(string session)
    {
        using var answer = await _host.Http.GetAsync(new Uri(_host.Address, $"/api/donations/{session}"));
        return answer.StatusCode;
    }

    private static JsonObject Session(string status)
    {
        var session = StripeEvents.Session(status: status);
        session["id"] = "cs_test_a";
        return session;
    }
}
