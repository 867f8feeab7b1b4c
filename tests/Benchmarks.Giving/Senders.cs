using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace Advocacy.Benchmarks.Giving;

/// <summary>Eight at once, each waiting for its answer before it sends again.</summary>
internal sealed class Senders : IAsyncDisposable
{
    private const int Count = 8;

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = Count });

    /// <returns>Answers a second.</returns>
    public async Task<double> SendAsync(Uri to, (byte[] Body, string? Signature)[] deliveries)
    {
        var queue = new ConcurrentQueue<(byte[] Body, string? Signature)>(deliveries);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Count).Select(async _ =>
        {
            while (queue.TryDequeue(out var delivery))
            {
                using var request = new HttpRequestMessage(delivery.Signature is null ? HttpMethod.Get : HttpMethod.Post, to);
                if (delivery.Signature is not null)
                {
                    request.Content = new ByteArrayContent(delivery.Body);
                    request.Headers.TryAddWithoutValidation("Stripe-Signature", delivery.Signature);
                }
                using var answer = await _http.SendAsync(request);
                if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{to} answered {(int)answer.StatusCode}.");
            }
        }));
        return deliveries.Length / clock.Elapsed.TotalSeconds;
    }

    /// <returns>What the campaign has raised, in minor units.</returns>
    public async Task<long> RaisedAsync(Uri totals)
    {
        using var json = JsonDocument.Parse(await _http.GetStringAsync(totals));
        return json.RootElement.GetProperty("raised").GetInt64();
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }
}
