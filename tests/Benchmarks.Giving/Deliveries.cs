using System.Text;
using Stripe;

namespace Advocacy.Benchmarks.Giving;

/// <summary>What the senders send.</summary>
internal static class Deliveries
{
    public const long Amount = 5000;
    public const string Secret = "whsec_benchmark";

    /// <summary>Paid sessions, each of another gift, rightly signed.</summary>
    public static (byte[] Body, string? Signature)[] Signed(string campaign, int round, int count) =>
        [.. Enumerable.Range(0, count).Select(i =>
        {
            var (version, now) = (StripeConfiguration.ApiVersion, DateTimeOffset.UtcNow.ToUnixTimeSeconds());
            var body = $$$"""
                {"id":"evt_{{{round}}}x{{{i}}}","object":"event","api_version":"{{{version}}}","created":{{{now}}},
                "data":{"object":{{{Session(campaign, $"{round}x{i}", isExpanded: false)}}}},
                "livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"checkout.session.completed"}
                """;
            return (Encoding.UTF8.GetBytes(body), (string?)EventUtility.GenerateSignatureHeader(body, Secret));
        })];

    /// <summary>GET requests, which have neither body nor signature.</summary>
    public static (byte[] Body, string? Signature)[] Gets(int count) =>
        [.. Enumerable.Repeat((Array.Empty<byte>(), (string?)null), count)];

    /// <param name="name">Of the gift, in all ids.</param>
    /// <param name="isExpanded">With its payment and charge, as the functions ask for it; events have ids there.</param>
    public static string Session(string campaign, string name, bool isExpanded)
    {
        var charge = $$$"""
            {"id":"ch_{{{name}}}","object":"charge","created":1796126400,
            "payment_method_details":{"type":"card"},"balance_transaction":null}
            """;
        var payment = isExpanded
            ? $$$"""{"id":"pi_{{{name}}}","object":"payment_intent","latest_charge":{{{charge}}}}"""
            : $"\"pi_{name}\"";
        return $$"""
            {"id":"cs_test_{{name}}","object":"checkout.session","amount_subtotal":{{Amount}},"amount_total":{{Amount}},"currency":"usd",
            "customer_details":{"email":"donor@example.org","name":"A Donor"},"livemode":false,
            "metadata":{"advocacy":"1","campaign":"{{campaign}}","interval":"once","language":"en","base_amount":"{{Amount}}"},
            "mode":"payment","payment_intent":{{payment}},"payment_status":"paid","status":"complete","subscription":null}
            """;
    }
}
