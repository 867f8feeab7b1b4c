using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;

namespace Advocacy.Functions.Stripe;

/// <summary>
/// Sends no request to an endpoint of Stripe for a while after it has answered 429: meanwhile callers get that answer at once, and a
/// webhook is answered with 503, so that Stripe sends it later. The pause doubles while the endpoint keeps answering 429. Each endpoint
/// has its own limit, and so its own pause (<see href="https://docs.stripe.com/rate-limits"/>).
/// </summary>
internal sealed partial class RateLimitPause(TimeProvider clock, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly TimeSpan _shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(32);

    private const string Error = """{"error":{"type":"invalid_request_error","code":"rate_limit"}}""";

    private readonly ConcurrentDictionary<string, Pause> _pauses = new(StringComparer.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var pause = _pauses.GetOrAdd(EndpointOf(request), _ => new(clock));
        if (pause.IsActive)
            return new(HttpStatusCode.TooManyRequests) { RequestMessage = request, Content = new StringContent(Error) };
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.TooManyRequests)
            pause.End();
        else if (!await IsLockTimeoutAsync(response, cancellationToken))
            pause.Begin(response.Headers.RetryAfter?.Delta);
        return response;
    }

    /// <summary>As Stripe counts endpoints: the method and the path, with all objects of a kind in one.</summary>
    private static string EndpointOf(HttpRequestMessage request) =>
        $"{request.Method} {ObjectId().Replace(request.RequestUri!.AbsolutePath, "/{id}")}";

    /// <summary>Another request was changing the same object. That says nothing about the endpoint.</summary>
    private static async Task<bool> IsLockTimeoutAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await response.Content.LoadIntoBufferAsync(cancellation);
        var body = await response.Content.ReadAsStringAsync(cancellation);
        return body.Contains("\"lock_timeout\"", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<=/(?:sessions|invoices|refunds|disputes|events|payment_intents))/[^/]+")]
    private static partial Regex ObjectId();

    private sealed class Pause(TimeProvider clock)
    {
        private readonly Lock _lock = new();
        private TimeSpan _length;
        private DateTimeOffset _until;

        public bool IsActive
        {
            get
            {
                lock (_lock)
                    return clock.GetUtcNow() < _until;
            }
        }

        public void Begin(TimeSpan? asked)
        {
            lock (_lock)
            {
                // Requests that were on their way when the pause began say nothing new.
                if (clock.GetUtcNow() < _until)
                    return;
                _length = _length == TimeSpan.Zero ? _shortest : Shorter(_length * 2, _longest);
                // Not all instances at the same moment.
                _until = clock.GetUtcNow() + Shorter(asked ?? _length, _longest) * (0.75 + Random.Shared.NextDouble() / 2);
            }
        }

        public void End()
        {
            lock (_lock)
            {
                if (clock.GetUtcNow() >= _until)
                    _length = TimeSpan.Zero;
            }
        }

        private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
    }
}
