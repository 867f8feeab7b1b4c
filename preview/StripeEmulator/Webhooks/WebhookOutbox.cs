using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Channels;
using Stripe;

namespace Advocacy.Preview.StripeEmulator.Webhooks;

/// <summary>
/// Posts events to the webhook, each until it is answered with 2xx. First attempts go one after the other; an event that is
/// refused waits by itself and lets the later ones pass, as at Stripe.
/// </summary>
public sealed class WebhookOutbox : IAsyncDisposable
{
    private const string SignatureHeader = "Stripe-Signature";

    private readonly StripeEmulatorOptions _options;
    private readonly HttpClient _client;
    private readonly CancellationTokenSource _ending = new();
    private readonly Channel<int> _first = Channel.CreateUnbounded<int>();
    private readonly Lock _lock = new();
    private readonly List<Delivery> _deliveries = [];
    private readonly List<int> _held = [];
    private readonly List<Task> _later = [];
    private readonly Task _sending;
    private TaskCompletionSource _changed = Promise();

    public WebhookOutbox(StripeEmulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        // Redirects are refusals, as at Stripe.
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = options.Patience };
        _sending = SendFirstAttemptsAsync();
    }

    public DeliveryMode DeliveryMode { get; set; }

    /// <summary>In the order in which they were handed in.</summary>
    public ImmutableArray<Delivery> Deliveries
    {
        get { lock (_lock) return [.. _deliveries]; }
    }

    public int HeldCount
    {
        get { lock (_lock) return _held.Count; }
    }

    public void Send(string @event, string type, string body)
    {
        if (_options.WebhookUrl is null)
            return;
        lock (_lock)
        {
            for (var i = 0; i < (DeliveryMode == DeliveryMode.Twice ? 2 : 1); i++)
            {
                _deliveries.Add(new Delivery(@event, type, body, []));
                if (DeliveryMode == DeliveryMode.Held)
                    _held.Add(_deliveries.Count - 1);
                else
                    _first.Writer.TryWrite(_deliveries.Count - 1);
            }
        }
    }

    /// <summary>Sends what was held, and holds nothing more.</summary>
    public void Release(Func<IReadOnlyList<Delivery>, IEnumerable<Delivery>> order)
    {
        ArgumentNullException.ThrowIfNull(order);
        lock (_lock)
        {
            foreach (var delivery in order([.. _held.Select(place => _deliveries[place])]).ToList())
                _first.Writer.TryWrite(_held.First(place => ReferenceEquals(_deliveries[place], delivery)));
            _held.Clear();
            DeliveryMode = DeliveryMode.InOrder;
        }
    }

    /// <summary>Waits until every delivery that is not held has arrived or been given up.</summary>
    public async Task QuietAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_deliveries.Index().All(delivery => delivery.Item.IsOver || _held.Contains(delivery.Index)))
                    return;
                changed = _changed.Task;
            }
            await changed.WaitAsync(cancellation);
        }
    }

    private async Task SendFirstAttemptsAsync()
    {
        try
        {
            await foreach (var place in _first.Reader.ReadAllAsync(_ending.Token))
            {
                if (!await AttemptAsync(place))
                {
                    lock (_lock)
                        _later.Add(AttemptLaterAsync(place));
                }
            }
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // Shutdown.
        }
    }

    private async Task AttemptLaterAsync(int place)
    {
        try
        {
            foreach (var wait in _options.Waits)
            {
                await Task.Delay(wait, _options.Time, _ending.Token);
                if (await AttemptAsync(place))
                    return;
            }
            Note(place, delivery => delivery with { IsOver = true });
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // Shutdown.
        }
    }

    private async Task<bool> AttemptAsync(int place)
    {
        string body;
        lock (_lock)
            body = _deliveries[place].Body;
        var at = _options.Time.GetUtcNow();
        var attempt = new Delivery.Attempt(at, null, null);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _options.WebhookUrl);
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            request.Headers.TryAddWithoutValidation(SignatureHeader, Sign(body, at));
            request.Headers.TryAddWithoutValidation("User-Agent", "Stripe/1.0 (stand-in)");
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _ending.Token);
            attempt = attempt with { Status = (int)answer.StatusCode };
        }
        catch (HttpRequestException failure)
        {
            attempt = attempt with { Trouble = failure.Message };
        }
        catch (TaskCanceledException) when (!_ending.IsCancellationRequested)
        {
            attempt = attempt with { Trouble = "No answer in time." };
        }
        var isOver = attempt.Status is >= 200 and < 300;
        Note(place, delivery => delivery with { Attempts = delivery.Attempts.Add(attempt), IsOver = isOver });
        return isOver;
    }

    /// <summary>By the code that Stripe's library has for tests.</summary>
    private string Sign(string body, DateTimeOffset at) =>
        EventUtility.GenerateSignatureHeader(body, _options.WebhookSecret, at.ToUnixTimeSeconds());

    private void Note(int place, Func<Delivery, Delivery> change)
    {
        lock (_lock)
        {
            _deliveries[place] = change(_deliveries[place]);
            _changed.SetResult();
            _changed = Promise();
        }
    }

    private static TaskCompletionSource Promise() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _sending;
        Task[] later;
        lock (_lock)
            later = [.. _later];
        await Task.WhenAll(later);
        _client.Dispose();
        _ending.Dispose();
    }
}
