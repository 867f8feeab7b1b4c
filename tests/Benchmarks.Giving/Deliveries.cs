using System.Text;
using Stripe;

namespace Advocacy.Benchmarks.Giving;

/// <summary>What the senders send.</summary>
internal static class Deliveries
{
    public const long Amount = 5000;
    public const string Secret = "whsec_benchmark";

    /// <summary>Paid sessions, each of another gift, truly signed.</summary>
    public static (byte[] Body, string? Signature)[] Signed(string campaign, int round, int count) =>
        [.. Enumerable.Range(0, count).Select(i =>
        {
            var body = $$$"""
                {"id":"evt_{{{round}}}x{{{i}}}","object":"event","api_version":"{{{StripeConfiguration.ApiVersion}}}","created":{{{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}}},
                "data":{"object":{"id":"cs_test_{{{round}}}x{{{i}}}","object":"checkout.session","amount_subtotal":{{{Amount}}},"amount_total":{{{Amount}}},"currency":"usd",
                "customer_details":{"email":"donor@example.org","name":"A Donor"},"livemode":false,
                "metadata":{"advocacy":"1","campaign":"{{{campaign}}}","interval":"once","language":"en","base_amount":"{{{Amount}}}"},
                "mode":"payment","payment_intent":"pi_{{{round}}}x{{{i}}}","payment_status":"paid","status":"complete","subscription":null}},
                "livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"checkout.session.completed"}
                """;
            return (Encoding.UTF8.GetBytes(body), (string?)EventUtility.GenerateSignatureHeader(body, Secret));
        })];

    public static (byte[] Body, string? Signature)[] Questions(int count) => [.. Enumerable.Repeat((Array.Empty<byte>(), (string?)null), count)];
}
