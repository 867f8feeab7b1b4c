using System.Net;

namespace Advocacy.Functions.Stripe;

/// <summary>
/// Asks Stripe nothing for a while once it has said 429: a caller gets that answer again at once meanwhile, and a webhook is answered with
/// 503, so that Stripe sends it later. The pause doubles while Stripe says the same (<see href="https://docs.stripe.com/rate-limits"/>).
/// </summary>
internal sealed class RateLimitPause(TimeProvider clock, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly TimeSpan _shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(32);

    private const string Error = """{"error":{"type":"rate_limit_error"}}""";

    private readonly Lock _lock = new();
    private TimeSpan _pause;
    private DateTimeOffset _until;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsPausing())
            return new(HttpStatusCode.TooManyRequests) { RequestMessage = request, Content = new StringContent(Error) };
        var answer = await base.SendAsync(request, cancellationToken);
        Heed(answer);
        return answer;
    }

    private bool IsPausing()
    {
        lock (_lock)
            return clock.GetUtcNow() < _until;
    }

    private void Heed(HttpResponseMessage answer)
    {
        var isLimited = answer.StatusCode == HttpStatusCode.TooManyRequests;
        lock (_lock)
        {
            if (!isLimited)
            {
                if (clock.GetUtcNow() >= _until)
                    _pause = TimeSpan.Zero;
                return;
            }
            _pause = _pause == TimeSpan.Zero ? _shortest : _pause * 2 < _longest ? _pause * 2 : _longest;
            var asked = answer.Headers.RetryAfter?.Delta ?? _pause;
            // Not all instances at the same moment.
            _until = clock.GetUtcNow() + (asked < _longest ? asked : _longest) * (0.75 + Random.Shared.NextDouble() / 2);
        }
    }
}
