using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Advocacy.Functions.Ledger;
using Advocacy.Tests.Functions;
using Stripe;
using Xunit;

namespace Advocacy.Tests.Webhooks;

/// <summary>The functions' own process is killed, again and again, while eight senders tell what happened until each event is answered with 200.</summary>
[Collection(GivingSites.Name)]
public sealed class KilledInAStorm(PublishedCampaign published) : IAsyncLifetime
{
    private const string Secret = "whsec_storm";
    private const int Kills = 4;

    private static readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private static readonly string[] _kinds = ["card", "debit", "monthly", "foreign"];
    private static readonly string[] _disputes = ["none", "lost", "reinstated", "won", "none"];

    private readonly string _folder = Directory.CreateTempSubdirectory("storm-").FullName;
    private readonly int _port = FreePort();
    private readonly ConcurrentBag<string> _answered = [];
    private StripeAccount _stripe = null!;
    private Process _process = null!;

    private string File => Path.Combine(_folder, "ledger.db");

    public async Task InitializeAsync() => _stripe = await StripeAccount.StartAsync();

    public async Task DisposeAsync()
    {
        await KillAsync();
        await _stripe.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task EndsWithTheExactLedger()
    {
        var lives = Lives().ToArray();
        var events = lives.Index().SelectMany(life => life.Item.Happen(_stripe, $"s{life.Index}", PublishedCampaign.Slug)).ToArray();
        // Every third is delivered again, though it was answered: the answer got lost on the way.
        var deliveries = new ConcurrentQueue<JsonObject>(Shuffled([.. events, .. events.Where((_, i) => i % 3 == 0)]));
        var all = deliveries.Count;
        await StartAsync();

        var senders = Enumerable.Range(0, 8).Select(_ => Task.Run(() => SendAllAsync(deliveries))).ToArray();
        for (var kill = 1; kill <= Kills; kill++)
        {
            while (_answered.Count < all * kill / (Kills + 1)) await Task.Delay(5);
            await KillAsync();
            await AssertAnsweredIsStoredAsync();
            await StartAsync();
        }
        await Task.WhenAll(senders);
        await KillAsync();

        await using var ledger = SqliteLedger.Open(File);
        Assert.Equal(
            new Totals(PublishedCampaign.Slug, "usd", lives.Sum(life => life.Raised), lives.Sum(life => life.Gifts), 0),
            await ledger.TotalsAsync(PublishedCampaign.Slug, "usd", null, CancellationToken.None));
        var gifts = await ledger.GiftsAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, CancellationToken.None).ToListAsync();
        Assert.Equal(lives.Sum(life => life.Raised), gifts.Sum(gift => gift.Standing));
    }

    private static IEnumerable<GiftLife> Lives()
    {
        for (var i = 0; i < 120; i++)
        {
            yield return new(
                Kind: _kinds[i % _kinds.Length], Amount: 300 + (3 * i), Settles: i % 7 != 0, Months: 1 + (i % 3),
                Refunds: [.. Enumerable.Range(0, i % 3).Select(n => n == 0)], Dispute: _disputes[i % _disputes.Length]);
        }
    }

    private static JsonObject[] Shuffled(JsonObject[] events)
    {
        new Random(4).Shuffle(events);
        return events;
    }

    /// <summary>As Stripe does: what is not answered with 200 is sent again.</summary>
    private async Task SendAllAsync(ConcurrentQueue<JsonObject> deliveries)
    {
        while (deliveries.TryDequeue(out var told))
        {
            while (!await IsTakenAsync(told.ToJsonString())) await Task.Delay(50);
            if ((string?)told["type"] == "checkout.session.completed" && told["data"]!["object"]!["metadata"]!["advocacy"] is not null
                && (string?)told["data"]!["object"]!["payment_status"] == "paid" && (string?)told["data"]!["object"]!["payment_intent"] is { } gift)
                _answered.Add(gift);
            else
                _answered.Add("");
        }
    }

    private async Task<bool> IsTakenAsync(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{_port}/api/stripe/webhook") { Content = new StringContent(body) };
        request.Headers.TryAddWithoutValidation("Stripe-Signature", EventUtility.GenerateSignatureHeader(body, Secret));
        try
        {
            using var answer = await _http.SendAsync(request);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private async Task AssertAnsweredIsStoredAsync()
    {
        await using var ledger = SqliteLedger.Open(File);
        foreach (var gift in _answered.Where(gift => gift.Length > 0)) Assert.NotNull((await ledger.FindAsync(gift, CancellationToken.None))?.Settled);
    }

    private async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "functions.dll")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["STRIPE_SECRET_KEY"] = "sk_test_storm",
            ["STRIPE_WEBHOOK_SECRET"] = Secret,
            ["STRIPE_API_BASE"] = _stripe.Address.GetLeftPart(UriPartial.Authority),
            ["LEDGER"] = $"sqlite:{File}",
            ["GIVING_FILE"] = published.GivingFile,
            ["SITE_URL"] = "https://www.example.test",
            ["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{_port}",
        }) start.Environment[name] = value;
        _process = Process.Start(start)!;
        var said = new ConcurrentQueue<string?>();
        _process.OutputDataReceived += (_, line) => said.Enqueue(line.Data);
        _process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        while (!await IsReadyAsync())
        {
            Assert.False(_process.HasExited, string.Join('\n', said));
            await Task.Delay(50);
        }
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri($"http://127.0.0.1:{_port}/"));
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // SIGKILL, as the host ends its handlers.
    private async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
