namespace Advocacy.Functions.Ledger;

/// <param name="Campaign">The campaign's slug.</param>
/// <param name="Currency">ISO 4217, in lower case.</param>
/// <param name="Raised">Settled gifts minus refunds and lost disputes, in whole minor units.</param>
/// <param name="Gifts">Gifts of which anything is left.</param>
/// <param name="RaisedInWindow">
/// The same as <paramref name="Raised"/>, of the gifts that settled within the window asked for; 0 without one.
/// </param>
public sealed record Totals(string Campaign, string Currency, long Raised, long Gifts, long RaisedInWindow);
