using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Advocacy.Functions.Webhooks;

/// <summary>
/// The header <c>Stripe-Signature: t=SECONDS,v1=HEX,…</c>, checked against the body's bytes as they came, with each secret in turn.
/// <see href="https://docs.stripe.com/webhooks#verify-manually"/>
/// </summary>
public static class StripeSignature
{
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <returns>What is wrong, or null.</returns>
    public static string? Problem(string? header, ReadOnlySpan<byte> body, ImmutableArray<string> secrets, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(header)) return "There is no Stripe-Signature.";

        var items = header.Split(',', StringSplitOptions.TrimEntries).Select(item => item.Split('=', 2))
            .ToLookup(item => item[0], item => item[^1]);
        var time = items["t"].FirstOrDefault();
        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return "The signature's time is not a number.";

        // The signature before the time: a stranger learns nothing about our clock.
        if (!IsSigned(time, body, secrets, items["v1"])) return "The signature is by none of our secrets.";

        var isFresh = Math.Abs((decimal)now.ToUnixTimeSeconds() - seconds) <= (decimal)Tolerance.TotalSeconds;
        return isFresh ? null : "The signature is too old, or of the future.";
    }

    private static bool IsSigned(string time, ReadOnlySpan<byte> body, ImmutableArray<string> secrets, IEnumerable<string> signatures)
    {
        var signed = new byte[Encoding.UTF8.GetByteCount(time) + 1 + body.Length];
        var start = Encoding.UTF8.GetBytes(time, signed);
        signed[start] = (byte)'.';
        body.CopyTo(signed.AsSpan(start + 1));

        var given = signatures.Select(Encoding.UTF8.GetBytes).ToImmutableArray();
        return secrets.Any(secret =>
        {
            var expected = Encoding.UTF8.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed)));
            return given.Any(signature => CryptographicOperations.FixedTimeEquals(signature, expected));
        });
    }
}
