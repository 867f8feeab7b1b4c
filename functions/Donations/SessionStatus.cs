using System.Globalization;

namespace Advocacy.Functions.Donations;

/// <summary>What the thank-you page may know of a session: nothing about the donor.</summary>
/// <param name="State">As <see cref="PaymentState"/> has it.</param>
/// <param name="Interval"><c>once</c> or <c>monthly</c>.</param>
/// <param name="Amount">Whole minor units.</param>
/// <param name="Currency">ISO 4217, in upper case.</param>
public sealed record SessionStatus(string State, string Interval, long Amount, string Currency)
{
    /// <summary>Whether it will be the same for as long as a donor looks at the page.</summary>
    public bool IsFinal => State is not "pending";

    public string ToJson() => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"status":"{{State}}","interval":"{{Interval}}","amount":{{Amount}},"currency":"{{Currency}}"}""");
}
