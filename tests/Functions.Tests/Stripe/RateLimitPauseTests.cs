using System.Net;
using Advocacy.Functions.Stripe;
using Advocacy.TestKit.Functions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Advocacy.Tests.Functions.Stripe;

/// <summary>The pause after 429 Too Many Requests.</summary>
public sealed class RateLimitPauseTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly StubHandler _stripe = new();

    [Fact]
    public async Task LetsNoRequestThroughUntilItIsOver()
    {
        _stripe.Status = HttpStatusCode.TooManyRequests;
        using var client = Client();

        Assert.Equal(HttpStatusCode.TooManyRequests, await SendAsync(client));
        Assert.Equal(HttpStatusCode.TooManyRequests, await SendAsync(client));
        Assert.Equal(1, _stripe.Requests);

        _clock.Advance(TimeSpan.FromSeconds(2));
        _stripe.Status = HttpStatusCode.OK;
        Assert.Equal(HttpStatusCode.OK, await SendAsync(client));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(client));
        Assert.Equal(3, _stripe.Requests);
    }

    [Fact]
    public async Task DoublesWhileStripeAnswersTheSameUpToHalfAMinute()
    {
        _stripe.Status = HttpStatusCode.TooManyRequests;
        using var client = Client();
        for (var i = 0; i < 10; i++)
        {
            await SendAsync(client);
            _clock.Advance(TimeSpan.FromSeconds(41));
        }
        Assert.Equal(10, _stripe.Requests);

        await SendAsync(client);
        _clock.Advance(TimeSpan.FromSeconds(20));
        await SendAsync(client);
        Assert.Equal(11, _stripe.Requests);
    }

    [Theory]
    [InlineData("GET", "/v1/checkout/sessions/cs_test_b", true)]
    [InlineData("POST", "/v1/checkout/sessions", false)]
    [InlineData("GET", "/v1/checkout/sessions", false)]
    [InlineData("GET", "/v1/refunds/re_1", false)]
    public async Task IsOfOneEndpoint(string method, string path, bool isPaused)
    {
        using var client = Client();
        _stripe.Status = HttpStatusCode.TooManyRequests;
        await SendAsync(client, "GET", "/v1/checkout/sessions/cs_test_a?expand[0]=subscription");
        _stripe.Status = HttpStatusCode.OK;

        Assert.Equal(isPaused ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK, await SendAsync(client, method, path));
    }

    [Fact]
    public async Task DoublesOnceForAllAnswersToWhatWasOnItsWay()
    {
        var (burst, sent) = (new TaskCompletionSource(), new List<Task<HttpStatusCode>>());
        using var client = Client();
        _stripe.Status = HttpStatusCode.TooManyRequests;
        _stripe.Answer = burst.Task;
        for (var i = 0; i < 20; i++)
            sent.Add(SendAsync(client));
        burst.SetResult();
        await Task.WhenAll(sent);
        Assert.Equal(20, _stripe.Requests);

        _clock.Advance(TimeSpan.FromSeconds(2));
        _stripe.Status = HttpStatusCode.OK;

        Assert.Equal(HttpStatusCode.OK, await SendAsync(client));
    }

    [Fact]
    public async Task DoesNotBeginWhereOneObjectIsLocked()
    {
        using var client = Client();
        _stripe.Status = HttpStatusCode.TooManyRequests;
        _stripe.Body = """{"error":{"code":"lock_timeout","type":"invalid_request_error"}}""";

        Assert.Equal(HttpStatusCode.TooManyRequests, await SendAsync(client));
        Assert.Equal(HttpStatusCode.TooManyRequests, await SendAsync(client));

        Assert.Equal(2, _stripe.Requests);
    }

    public void Dispose() => _stripe.Dispose();

    private HttpClient Client() => new(new RateLimitPause(_clock, _stripe)) { BaseAddress = new("http://127.0.0.1") };

    private static async Task<HttpStatusCode> SendAsync(HttpClient client, string method = "GET", string path = "/v1/events")
    {
        using var request = new HttpRequestMessage(new(method), new Uri(path, UriKind.Relative));
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private sealed class StubHandler : HttpMessageHandler
    {
        public HttpStatusCode Status { get; set; }

        public string Body { get; set; } = """{"error":{"code":"rate_limit"}}""";

        /// <summary>No request is answered before.</summary>
        public Task Answer { get; set; } = Task.CompletedTask;

        public int Requests { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            await Answer;
            return new(Status) { Content = new StringContent(Body) };
        }
    }
}
