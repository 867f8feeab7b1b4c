using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Advocacy.Functions.Ledger;
using Advocacy.Preview.StripeEmulator;
using Advocacy.TestKit.Stripe;
using FsCheck.Xunit;
using Xunit;

namespace Advocacy.Tests.Functions.Webhooks;

/// <summary>
/// The ledger ends the same however events arrive: out of order, repeated, duplicated under another id, and several at once.
/// One host serves all runs; each run has its own campaign and ids.
/// </summary>
public sealed class EventOrderPropertyTests : IClassFixture<EventOrderPropertyTests.Running>
{
    private const string Ideal = "i", Wild = "w";

    private readonly WebhookHost _host;
    private readonly Running _running;

    public EventOrderPropertyTests(Running running)
    {
        _running = running;
        _host = running.Host;
    }

    [Property(MaxTest = 60, Arbitrary = [typeof(GiftLifecycle)])]
    public async Task AnyOrderEndsInTheSameLedgerAsTheIdealOrder(GiftLifecycle[] lives, int seed)
    {
        var run = ++_running.Runs;
        foreach (var stripeEvent in Events(lives, Ideal, run))
        {
            _host.Stripe.Knows(stripeEvent);
            await DeliverAsync(stripeEvent);
        }

        var random = new Random(seed);
        var deliveries = Events(lives, Wild, run).SelectMany(stripeEvent => Repeated(stripeEvent, random)).ToArray();
        // All has happened before the first is delivered, so that most of them are stale.
        foreach (var stripeEvent in Events(lives, Wild, run)) _host.Stripe.Knows(stripeEvent);
        foreach (var twin in deliveries) _host.Stripe.Objects.TryAdd((string)twin["id"]!, twin);
        random.Shuffle(deliveries);
        var senders = new ParallelOptions { MaxDegreeOfParallelism = 8 };
        await Parallel.ForEachAsync(deliveries, senders, async (stripeEvent, _) => await DeliverAsync(stripeEvent));

        Assert.Equal(await LedgerAsync(Ideal, run), await LedgerAsync(Wild, run));
        foreach (var name in (string[])[Ideal, Wild])
        {
            var totals = await _host.Ledger.TotalsAsync($"{name}{run}", "usd", null, CancellationToken.None);
            Assert.Equal(new Totals($"{name}{run}", "usd", lives.Sum(life => life.Raised), lives.Sum(life => life.Gifts), 0), totals);
            Assert.Equal((await GiftsAsync(name, run)).Sum(gift => gift.Standing), totals.Raised);
        }
    }

    private ImmutableArray<JsonObject> Events(GiftLifecycle[] lives, string name, int run) =>
        [.. lives.Index().SelectMany(life => life.Item.Happen(_host.Stripe, $"{name}{run}n{life.Index}", $"{name}{run}"))];

    private static IEnumerable<JsonObject> Repeated(JsonObject stripeEvent, Random random)
    {
        yield return stripeEvent;
        if (random.Next(3) == 0) yield return stripeEvent;
        if (random.Next(3) != 0) yield break;

        var twin = (JsonObject)stripeEvent.DeepClone();
        twin["id"] = $"{stripeEvent["id"]}twin";
        twin["created"] = (long)stripeEvent["created"]! + random.Next(3);
        yield return twin;
    }

    private async Task DeliverAsync(JsonObject stripeEvent) =>
        Assert.StartsWith("200 ", await _host.DeliverAsync(stripeEvent), StringComparison.Ordinal);

    // What a gift counts for, and not by which facts: a stale event is answered by what its subject is now. Of two events that are
    // one, seconds apart, either may say when a bank debit settled; whatever is counted is counted by the minute.
    private async Task<string[]> LedgerAsync(string name, int run)
    {
        var settled = (await GiftsAsync(name, run)).Where(gift => gift.Settled is not null);
        return [.. settled.Select(Line).Order(StringComparer.Ordinal)];

        string Line(LedgerGift gift)
        {
            var text = FactText.Of([gift.Settled! with { At = MinuteOf(gift.Settled.At) }]);
            return $"{text} {gift.Standing}"
                .Replace($"_{name}{run}n", "_", StringComparison.Ordinal)
                .Replace($"\"{name}{run}\"", "\"campaign\"", StringComparison.Ordinal);
        }
    }

    private static DateTimeOffset MinuteOf(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds() / 60 * 60);

    private async Task<LedgerGift[]> GiftsAsync(string name, int run) =>
        [.. (await _host.GiftsAsync()).Where(gift => gift.Id.StartsWith($"pi_{name}{run}n", StringComparison.Ordinal))];

    public sealed class Running : IAsyncLifetime
    {
        internal WebhookHost Host { get; private set; } = null!;

        internal int Runs { get; set; }

        public async Task InitializeAsync() => Host = await WebhookHost.StartAsync();

        public async Task DisposeAsync() => await Host.DisposeAsync();
    }
}
