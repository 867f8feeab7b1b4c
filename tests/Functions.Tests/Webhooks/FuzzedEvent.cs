using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Webhooks;
using Advocacy.Preview.StripeEmulator;
using Advocacy.TestKit.Ledger;
using Advocacy.TestKit.Stripe;
using Stripe;
using Xunit;

namespace Advocacy.Tests.Functions.Webhooks;

/// <summary>Valid events with something in them broken at random, by a fixed seed, all rightly signed.</summary>
public sealed class FuzzedEvent
{
    private static readonly JsonNode?[] _oddities =
    [
        null, true,
        0, -1, 1.5, 1e300, long.MaxValue, long.MinValue, 253402300800,
        "", " ", "0", "é\u0000\u202e", "'; DROP TABLE fact; --", "../..", "=1+1", "pi_1", "evt_1", new string('9', 400), "2026-12-01",
        new JsonArray(), new JsonArray(1, "a", null),
        new JsonObject(),
        new JsonObject { ["id"] = "pi_1", ["object"] = "payment_intent" },
        new JsonObject { ["object"] = "refund" },
        "paid", "subscription", "failed", "lost", "event", "v2.core.event", "checkout.session",
    ];

    private static JsonObject[] Valid =>
    [
        StripeEvents.Event("checkout.session.completed", StripeEvents.Session()),
        StripeEvents.Event("invoice.paid", StripeEvents.Invoice()),
        StripeEvents.Event("refund.created", StripeEvents.Refund(1000)),
        StripeEvents.Event("refund.failed", StripeEvents.Refund(1000, status: "failed")),
        StripeEvents.Event("charge.dispute.closed", StripeEvents.Dispute(1000, "lost")),
        StripeEvents.Event("charge.dispute.funds_reinstated", StripeEvents.Dispute(1000, "won")),
    ];

    [Fact]
    public void IsReadWithoutAFault()
    {
        var random = new Random(20261201);
        var read = 0;
        for (var i = 0; i < 20_000; i++)
        {
            if (EventReader.Read(Fuzzed(random)) is not { } hint) continue;
            read++;
            Assert.Matches("^[a-z]{1,10}_[A-Za-z0-9_]+$", hint.Id);
        }
        Assert.InRange(read, 10_000, 19_999);
    }

    [Fact]
    public void StripeObjectMakesValidFactsOrNone()
    {
        var random = new Random(20261203);
        var found = new Dictionary<string, int>();
        for (var i = 0; i < 20_000; i++)
        {
            var stripeEvent = Valid[random.Next(Valid.Length)];
            var subject = (JsonObject)stripeEvent["data"]!["object"]!;
            for (var changes = random.Next(1, 4); changes > 0; changes--) Change(subject, random);
            if (Typed(subject.ToJsonString()) is not { } finding) continue;

            found[finding.GetType().Name] = found.GetValueOrDefault(finding.GetType().Name) + 1;
            foreach (var fact in FactsOf(finding)) AssertValid(fact, subject.ToJsonString());
        }
        Assert.Equal(["Facts", "FactsOfPayment", "Nothing"], found.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task IsAnsweredAndTheLedgerStaysWhole()
    {
        await using var host = await WebhookHost.StartAsync();
        host.Stripe.Intents["pi_1"] = StripeEvents.Metadata();
        host.Stripe.Payments.Add(new("in_1", "pi_1", 5000));
        foreach (var valid in Valid) host.Stripe.Knows(valid);
        var random = new Random(20261202);
        for (var i = 0; i < 1_000; i++)
        {
            var body = Fuzzed(random);

            var answer = await host.SendAsync(body, Signature(body));

            // Stripe is asked about whatever the broken event names.
            Assert.Matches("^(200|400|503) ", answer);
        }

        var settled = (await host.GiftsAsync()).Where(gift => gift.Settled is not null);
        foreach (var gifts in settled.GroupBy(gift => (gift.Settled!.Campaign, gift.Settled.Currency)))
        {
            var totals = await host.Ledger.TotalsAsync(gifts.Key.Campaign, gifts.Key.Currency, null, CancellationToken.None);
            Assert.Equal(gifts.Sum(gift => gift.Standing), totals.Raised);
        }
    }

    private static byte[] Fuzzed(Random random)
    {
        var stripeEvent = Valid[random.Next(Valid.Length)];
        for (var changes = random.Next(1, 4); changes > 0; changes--) Change(stripeEvent, random);
        var body = Encoding.UTF8.GetBytes(stripeEvent.ToJsonString());
        // Now and then the text itself is broken, not just what it says.
        if (random.Next(5) == 0) body[random.Next(body.Length)] = (byte)random.Next(256);
        if (random.Next(20) == 0) body = body[..random.Next(body.Length)];
        return body;
    }

    private static void Change(JsonObject stripeEvent, Random random)
    {
        var places = Objects(stripeEvent).SelectMany(owner => owner.Select(pair => (owner, pair.Key))).ToArray();
        var (owner, key) = places[random.Next(places.Length)];
        if (random.Next(6) == 0) owner.Remove(key);
        else owner[key] = _oddities[random.Next(_oddities.Length)]?.DeepClone();
    }

    private static IEnumerable<JsonObject> Objects(JsonObject whole) =>
        whole.Select(pair => pair.Value).OfType<JsonObject>().SelectMany(Objects).Prepend(whole);

    /// <returns>Null where Stripe's own client cannot read the object.</returns>
    private static StripeFinding? Typed(string json)
    {
        try
        {
            InvoicePayment[] payments = [new() { AmountPaid = 5000, Payment = new() { PaymentIntent = new() { Id = "pi_1" } } }];
            var text = "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"x\",\"data\":{\"object\":" + json + "}}";
            return EventUtility.ParseEvent(text, throwOnApiVersionMismatch: false).Data.Object switch
            {
                global::Stripe.Checkout.Session session => StripeFacts.Of(session, Given.Noon),
                Invoice invoice => StripeFacts.Of(invoice, payments),
                Refund refund => StripeFacts.Of(refund),
                Dispute dispute => StripeFacts.Of(dispute),
                _ => null,
            };
        }
#pragma warning disable CA1031 // Do not catch general exception types: Stripe's converters throw whatever they stumble over.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private static ImmutableArray<Fact> FactsOf(StripeFinding finding) => finding switch
    {
        StripeFinding.Facts(var facts, _, _) => facts,
        StripeFinding.FactsOfPayment(var facts, _) => facts,
        _ => [],
    };

    private static void AssertValid(Fact fact, string subject)
    {
        var amount = fact switch { Settled s => s.Amount, Refunded r => r.Amount, DisputeLost d => d.Amount, _ => 1 };
        Assert.True(amount is > 0 and <= 999_999_999_999 && fact.At > DateTimeOffset.UnixEpoch, subject);
        Assert.True(fact.Key.All(c => c < 127 && !char.IsControl(c)), subject);
        Assert.True(fact is not Settled settled || (settled.Currency.Length == 3
            && settled.Campaign.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')), subject);
    }

    private static string Signature(byte[] body)
    {
        var time = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{time}."), .. body];
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(WebhookHost.Secret), signed);
        return $"t={time},v1={Convert.ToHexStringLower(hash)}";
    }
}
