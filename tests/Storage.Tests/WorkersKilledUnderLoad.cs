using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Advocacy.Functions.Configuration;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Ledger.Tables;
using Advocacy.Preview.FunctionsHost;
using Advocacy.Preview.StripeEmulator;
using Advocacy.TestKit;
using Advocacy.TestKit.Functions;
using Advocacy.TestKit.Stripe;
using Stripe;
using Xunit;

namespace Advocacy.Tests.Storage;

/// <summary>
/// Workers in separate processes, each behind a host, are killed in turn, again and again, while eight senders deliver events in any order
/// until each is answered with 200.
/// </summary>
[Collection(PublishedCampaignGroup.Name)]
public sealed class WorkersKilledUnderLoad(PublishedCampaign published, Azurite azurite, PublishedFunctionsFolder functions)
    : IAsyncLifetime, IClassFixture<Azurite>, IClassFixture<PublishedFunctionsFolder>
{
    private const string Secret = "whsec_storm";
    private const int Kills = 4;

    private static readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private static readonly string[] _kinds = ["card", "debit", "monthly", "foreign"];
    private static readonly string[] _disputes = ["none", "lost", "reinstated", "won", "none"];

    private readonly string _folder = Directory.CreateTempSubdirectory("storm-").FullName;
    private readonly ConcurrentBag<string> _answered = [];
    private readonly List<(FunctionsHostEmulator Host, FunctionsHostServer Server)> _workers = [];
    private StripeAccount _stripe = null!;
    private string _setting = "";

    public async Task InitializeAsync() => _stripe = await StripeAccount.StartAsync();

    public async Task DisposeAsync()
    {
        foreach (var (host, server) in _workers)
        {
            await server.DisposeAsync();
            await host.DisposeAsync();
        }
        await _stripe.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(1, "sqlite")]
    [InlineData(2, "tables")]
    [InlineData(4, "tables")]
    public async Task LeaveTheExactLedger(int workers, string kind)
    {
        _setting = kind == "sqlite" ? $"sqlite:{Path.Combine(_folder, "ledger.db")}" : $"tables:{azurite.Connection}";
        // One table serves all runs: each has its own campaign and ids.
        var (campaign, run) = ($"storm-{workers}", $"s{workers}x");
        var lives = Lives().ToArray();
        var events = lives.Index().SelectMany(life => life.Item.Happen(_stripe, $"{run}{life.Index}", campaign)).ToArray();
        foreach (var stripeEvent in events) _stripe.Knows(stripeEvent);
        // Every third is delivered again, though it was answered: the answer got lost on the way.
        var deliveries = new ConcurrentQueue<JsonObject>(Shuffled([.. events, .. events.Where((_, i) => i % 3 == 0)]));
        var all = deliveries.Count;
        for (var i = 0; i < workers; i++) await StartAsync();

        var senders = Enumerable.Range(0, 8).Select(sender => Task.Run(() => SendAllAsync(deliveries, sender))).ToArray();
        for (var kill = 1; kill <= Kills; kill++)
        {
            while (_answered.Count < all * kill / (Kills + 1)) await Task.Delay(5);
            await KillAsync(_workers[kill % workers].Host);
        }
        await Task.WhenAll(senders);
        foreach (var (host, _) in _workers) await KillAsync(host);

        await using var ledger = await OpenLedgerAsync();
        Assert.Equal(
            new Totals(campaign, "usd", lives.Sum(life => life.Raised), lives.Sum(life => life.Gifts), 0),
            await ledger.TotalsAsync(campaign, "usd", null, CancellationToken.None));
        var gifts = await ledger.GiftsAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, CancellationToken.None)
            .Where(gift => gift.Settled?.Campaign == campaign).ToListAsync();
        Assert.Equal(lives.Sum(life => life.Raised), gifts.Sum(gift => gift.Standing));
    }

    private static IEnumerable<GiftLifecycle> Lives()
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
    private async Task SendAllAsync(ConcurrentQueue<JsonObject> deliveries, int sender)
    {
        while (deliveries.TryDequeue(out var stripeEvent))
        {
            var body = stripeEvent.ToJsonString();
            for (var attempt = sender; !await IsTakenAsync(body, _workers[attempt % _workers.Count].Server.Address); attempt++)
                await Task.Delay(50);
            var session = stripeEvent["data"]!["object"]!;
            var isGift = (string?)stripeEvent["type"] == "checkout.session.completed"
                && session["metadata"]!["advocacy"] is not null
                && (string?)session["payment_status"] == "paid";
            _answered.Add(isGift ? (string?)session["payment_intent"] ?? "" : "");
        }
    }

    private static async Task<bool> IsTakenAsync(string body, Uri host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host, "/api/stripe/webhook"))
        {
            Content = new StringContent(body),
        };
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
        await using var ledger = await OpenLedgerAsync();
        foreach (var gift in _answered.Where(gift => gift.Length > 0))
            Assert.NotNull((await ledger.FindAsync(gift, CancellationToken.None))?.Settled);
    }

    private Task<ILedger> OpenLedgerAsync() =>
        LedgerSetting.OpenAsync(_setting, new StorageIdentity(IsManaged: false, ClientId: null), CancellationToken.None);

    private async Task StartAsync()
    {
        var settings = ImmutableDictionary.CreateRange(new Dictionary<string, string>
        {
            ["STRIPE_SECRET_KEY"] = "sk_test_storm",
            ["STRIPE_WEBHOOK_SECRET"] = Secret,
            ["STRIPE_API_BASE"] = _stripe.Address.GetLeftPart(UriPartial.Authority),
            ["LEDGER_CONNECTION"] = _setting,
            ["GIVING_FILE"] = published.GivingFile,
            ["SITE_URL"] = "https://www.example.test",
        });
        ImmutableArray<string> command = ["dotnet", functions.App];
        var host = await FunctionsHostEmulator.StartAsync(
            new(command, functions.FullName, settings, _ => { }, TimeProvider.System)
            {
                RestartDelay = TimeSpan.FromMilliseconds(100),
            });
        _workers.Add((host, await FunctionsHostServer.StartAsync(host)));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var state = await host.DecidedAsync(patience.Token);
        Assert.True(state is WorkerState.Running, string.Join('\n', host.Lines));
    }

    /// <summary>SIGKILL, in the middle of whatever it does; what it had answered must be stored. The host starts it again.</summary>
    private async Task KillAsync(FunctionsHostEmulator host)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var running = Assert.IsType<WorkerState.Running>(await host.DecidedAsync(patience.Token));
        using var process = Process.GetProcessById(running.Process!.Value);
        process.Kill();
        while (ReferenceEquals(host.State, running)) await Task.Delay(10, patience.Token);
        await AssertAnsweredIsStoredAsync();
    }
}
