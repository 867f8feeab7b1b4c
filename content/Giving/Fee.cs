namespace Advocacy.Content.Giving;

/// <summary>What the payment processor keeps of a gift.</summary>
/// <param name="BasisPoints">Hundredths of a percent of the whole sum, 0 to 1000.</param>
/// <param name="Fixed">Minor units for each gift.</param>
public sealed record Fee(int BasisPoints, long Fixed)
{
    /// <summary>The share is rounded to the nearest minor unit, halves up.</summary>
    public long Of(long gross) => (gross * BasisPoints + 5_000) / 10_000 + Fixed;

    /// <returns>The smallest sum that leaves at least <paramref name="wanted"/> after its own fee.</returns>
    public long GrossOf(long wanted)
    {
        // What is left never falls as the sum rises, so the first sum that leaves enough is the smallest.
        var gross = Math.Max(wanted, (wanted + Fixed) * 10_000 / (10_000 - BasisPoints) - 1);
        while (gross - Of(gross) < wanted)
            gross++;
        return gross;
    }
}
