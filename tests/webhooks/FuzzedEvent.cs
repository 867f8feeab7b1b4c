using System.Text;
using System.Text.Json.Nodes;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Webhooks;
using Stripe;
using Xunit;

namespace Advocacy.Tests.Webhooks;

/// <summary>Sound events with something in them broken at random, by a fixed seed, all truly signed.</summary>
public sealed class FuzzedEvent
{
    private static readonly JsonNode?[] _oddities =
    [
        null, true, 0, -1, 1.5, 1e300, long.MaxValue, long.MinValue, 253402300800, "", " ", "0", "é\u0000\u202e", "'; DROP TABLE fact; --", "../..", "=1+1",
        "pi_1", "evt_1", new string('9', 400), "2026-12-01", new JsonArray(), new JsonArray(1, "a", null), new JsonObject(), new JsonObject { ["id"] = "pi_1", ["object"] = "payment_intent" },
        new JsonObject { ["object"] = "refund" }, "paid", "subscription", "failed", "lost", "event", "v2.core.event", "checkout.session",
    ];

    private static JsonObject[] Sound =>
    [
        StripeEvents.Event("checkout.session.completed", StripeEvents.Session()),
        StripeEvents.Event("invoice.paid", StripeEvents.Invoice()),
        StripeEvents.Event("refund.created", StripeEvents.Refund(1000)),
        StripeEvents.Event("refund.failed", StripeEvents.Refund(1000, status: "failed")),
        StripeEvents.Event("charge.dispute.closed", StripeEvents.Dispute(1000, "lost")),
        StripeEvents.Event("charge.dispute.funds_reinstated", StripeEvents.Dispute(1000, "won")),
    ];

    [Fact]
    public void IsDecidedWithoutAFault()
    {
        var random = new Random(20261201);
        var decided = new Dictionary<string, int>();
        for (var i = 0; i < 20_000; i++)
        {
            var body = Fuzzed(random);

            var decision = EventText.Read(body) is { } told ? EventDecision.Of(told, livemode: false) : new Refused("unreadable");

            var name = decision.GetType().Name;
            decided[name] = decided.GetValueOrDefault(name) + 1;
            AssertSound(decision, Encoding.UTF8.GetString(body));
        }
        Assert.Equal(["Ignored", "NeedsOwner", "NeedsPayments", "Record", "Refused"], decided.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task IsAnsweredAndTheLedgerStaysWhole()
    {
        await using var host = await WebhookHost.StartAsync();
        host.Stripe.Intents["pi_1"] = StripeEvents.Metadata();
        host.Stripe.Payments.Add(new("in_1", "pi_1", 5000));
        var random = new Random(20261202);
        for (var i = 0; i < 1_000; i++)
        {
            var body = Fuzzed(random);

            var answer = await host.SendAsync(body, Signature(body));

            // 503 where a broken id made us ask Stripe about a payment that it does not know.
            Assert.Matches("^(200|400|503) ", answer);
        }

        var gifts = await host.GiftsAsync();
        foreach (var campaign in gifts.Select(gift => gift.Settled).OfType<Settled>().GroupBy(settled => (settled.Campaign, settled.Currency)))
        {
            var totals = await host.Ledger.TotalsAsync(campaign.Key.Campaign, campaign.Key.Currency, null, CancellationToken.None);
            Assert.Equal(gifts.Where(gift => gift.Settled is { } s && (s.Campaign, s.Currency) == campaign.Key).Sum(gift => gift.Standing), totals.Raised);
        }
    }

    private static byte[] Fuzzed(Random random)
    {
        var told = Sound[random.Next(Sound.Length)];
        for (var changes = random.Next(1, 4); changes > 0; changes--) Change(told, random);
        var body = Encoding.UTF8.GetBytes(told.ToJsonString());
        // Now and then the text itself is broken, not just what it says.
        if (random.Next(5) == 0) body[random.Next(body.Length)] = (byte)random.Next(256);
        if (random.Next(20) == 0) body = body[..random.Next(body.Length)];
        return body;
    }

    private static void Change(JsonObject told, Random random)
    {
        var places = Objects(told).SelectMany(owner => owner.Select(pair => (owner, pair.Key))).ToArray();
        var (owner, key) = places[random.Next(places.Length)];
        if (random.Next(6) == 0) owner.Remove(key);
        else owner[key] = _oddities[random.Next(_oddities.Length)]?.DeepClone();
    }

    private static IEnumerable<JsonObject> Objects(JsonObject whole) =>
        whole.Select(pair => pair.Value).OfType<JsonObject>().SelectMany(Objects).Prepend(whole);

    private static void AssertSound(Decision decision, string body)
    {
        Fact? fact = decision switch { global::Advocacy.Functions.Webhooks.Record(var f) => f, NeedsOwner(var f) => f, NeedsPayments(_, var f) => f, _ => null };
        var amount = fact switch { Settled s => s.Amount, Refunded r => r.Amount, DisputeLost d => d.Amount, _ => 1 };
        Assert.True(fact is null || (amount is > 0 and <= 999_999_999_999 && fact.At > DateTimeOffset.UnixEpoch && fact.Key.All(c => c < 127 && !char.IsControl(c))), body);
        Assert.True(fact is not Settled settled || (settled.Currency.Length == 3 && settled.Campaign.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')), body);
    }

    private static string Signature(byte[] body)
    {
        var time = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{time}."), .. body];
        return $"t={time},v1={Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(Encoding.UTF8.GetBytes(WebhookHost.Secret), signed))}";
    }
}
