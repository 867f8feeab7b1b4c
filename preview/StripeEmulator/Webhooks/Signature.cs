using System.Security.Cryptography;
using System.Text;

namespace Advocacy.Preview.StripeEmulator.Webhooks;

/// <summary>Signs what is posted to a webhook.</summary>
/// <remarks>https://docs.stripe.com/webhooks#verify-manually</remarks>
public static class Signature
{
    public const string Header = "Stripe-Signature";

    public static string Of(string body, string secret, DateTimeOffset at)
    {
        var time = at.ToUnixTimeSeconds();
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}"));
        return $"t={time},v1={Convert.ToHexStringLower(mac)}";
    }
}
