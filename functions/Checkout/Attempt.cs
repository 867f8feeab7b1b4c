using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Advocacy.Functions.Checkout;

/// <summary>
/// One press of the button. The form's script gives each press a name, so that a double click, and a request that a proxy sends twice,
/// lead to one and the same payment page. Without script each request is an attempt of its own: the browser follows only the last one,
/// and a page nobody opened cannot be paid. What the donor filled in would not do for a name: two people in one room can give the same
/// at the same time.
/// </summary>
/// <param name="At">
/// Whole seconds. The session's end is counted from here, since Stripe refuses a repeated request whose body differs.
/// </param>
/// <param name="Name">Secret enough that nobody can guess another donor's.</param>
public sealed partial record Attempt(DateTimeOffset At, string Name)
{
    private static readonly TimeSpan _validity = TimeSpan.FromMinutes(10);

    /// <param name="sent">
    /// Milliseconds since 1970 by the donor's clock, a hyphen, and random letters and digits; anything else is a new attempt.
    /// </param>
    public static Attempt Read(string? sent, TimeProvider clock)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds());
        if (Shape().Match(sent ?? "") is { Success: true } match)
        {
            var milliseconds = long.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            var at = DateTimeOffset.FromUnixTimeSeconds(milliseconds / 1000);
            if ((now - at).Duration() < _validity)
                return new(at, sent!);
        }
        return new(now, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
    }

    [GeneratedRegex(@"\A([0-9]{13})-[A-Za-z0-9]{16,64}\z")]
    private static partial Regex Shape();
}
