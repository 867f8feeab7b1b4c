using System.Net;
using Advocacy.Functions.Stripe;
using Advocacy.TestKit.Functions;
using Xunit;

namespace Advocacy.Tests.Functions.Stripe;

public sealed class PauseAfterTooManyRequests : IDisposable
{
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly Answering _stripe = new();

    [Fact]
    public async Task AsksNothingUntilItIsOver()
    {
        _stripe.Status = HttpStatusCode.TooManyRequests;
        using var client = Client();

        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(client));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(client));
        Assert.Equal(1, _stripe.Asked);

        _clock.Advance(TimeSpan.FromSeconds(2));
        _stripe.Status = HttpStatusCode.OK;
        Assert.Equal(HttpStatusCode.OK, await AskAsync(client));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(client));
        Assert.Equal(3, _stripe.Asked);
    }

    [Fact]
    public async Task DoublesWhileStripeSaysTheSameUpToHalfAMinute()
    {
        _stripe.Status = HttpStatusCode.TooManyRequests;
        using var client = Client();
        for (var i = 0; i < 10; i++)
        {
            await AskAsync(client);
            _clock.Advance(TimeSpan.FromSeconds(41));
        }
        Assert.Equal(10, _stripe.Asked);

        await AskAsync(client);
        _clock.Advance(TimeSpan.FromSeconds(20));
        await AskAsync(client);
        Assert.Equal(11, _stripe.Asked);
    }

    public void Dispose() => _stripe.Dispose();

    private HttpClient Client() => new(new RateLimitPause(_clock, _stripe)) { BaseAddress = new("http://127.0.0.1") };

    private static async Task<HttpStatusCode> AskAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/v1/events", UriKind.Relative));
        return answer.StatusCode;
    }

    private sealed class Answering : HttpMessageHandler
    {
        public HttpStatusCode Status { get; set; }

        public int Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(new HttpResponseMessage(Status));
        }
    }
}
