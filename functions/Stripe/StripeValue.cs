using System.Text.RegularExpressions;

namespace Advocacy.Functions.Stripe;

/// <summary>The shapes of values as Stripe writes them.</summary>
internal static partial class StripeValue
{
    // Stripe takes at most twelve digits of any currency; a ledger of such amounts cannot overflow.
    private const long Largest = 999_999_999_999;

    public static bool IsId(string? value) => value is not null && Id().IsMatch(value);

    public static bool IsMoney(long? amount, string? currency) =>
        amount is > 0 and <= Largest && currency is not null && Currency().IsMatch(currency);

    /// <summary>Stripe's own clock counts in UTC, which its client's type does not always say.</summary>
    public static DateTimeOffset Utc(DateTime at) => new(DateTime.SpecifyKind(at, DateTimeKind.Utc));

    [GeneratedRegex(@"^[a-z]{1,10}_\w{1,200}\z", RegexOptions.ECMAScript)]
    private static partial Regex Id();

    [GeneratedRegex(@"^[a-z]{3}\z")]
    private static partial Regex Currency();
}
