namespace Advocacy.Functions.Ledger;

/// <summary>A change of the running totals.</summary>
/// <param name="Campaign">The campaign's slug.</param>
/// <param name="Currency">ISO 4217, in lower case.</param>
/// <param name="Minute">The minute in which the gift settled, since 1970.</param>
/// <param name="Raised">In whole minor units.</param>
/// <param name="Gifts">How many more gifts count.</param>
internal sealed record Movement(string Campaign, string Currency, long Minute, long Raised, int Gifts)
{
    /// <summary>What changes when a gift that was known one way is known another way.</summary>
    public static IEnumerable<Movement> Between(LedgerGift before, LedgerGift after) =>
        new[] { Of(before, -1), Of(after, +1) }
            .OfType<Movement>()
            .GroupBy(movement => (movement.Campaign, movement.Currency, movement.Minute))
            .Select(same => same.First() with
            {
                Raised = same.Sum(movement => movement.Raised),
                Gifts = same.Sum(movement => movement.Gifts),
            })
            .Where(movement => movement is not { Raised: 0, Gifts: 0 });

    public static long MinuteOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / 60;

    private static Movement? Of(LedgerGift gift, int sign) =>
        gift is { Settled: { } settled, Standing: > 0 and var standing }
            ? new(settled.Campaign, settled.Currency, MinuteOf(settled.At), sign * standing, sign)
            : null;
}
