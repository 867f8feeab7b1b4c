namespace Advocacy.Content.Campaigns;

/// <summary>A sponsor's promise to add to the gifts of a window, up to a cap. Only settled gifts count.</summary>
/// <param name="Starts">Inclusive.</param>
/// <param name="Ends">Exclusive.</param>
/// <param name="Cap">Minor units.</param>
/// <param name="IfUnmet">A sentence for readers: what happens to the rest where gifts do not reach the cap.</param>
public sealed record Match(string Sponsor, MatchRatio Ratio, long Cap, DateTimeOffset Starts, DateTimeOffset Ends, string IfUnmet)
{
    /// <param name="settled">Minor units of gifts settled within the window, less refunds and lost disputes.</param>
    /// <returns>What the sponsor adds, from 0 to <see cref="Cap"/>.</returns>
    public long Used(long settled) =>
        (long)Int128.Clamp((Int128)settled * Ratio.Sponsor / Ratio.Donor, 0, Cap);
}

/// <summary>So much from the sponsor for so much from donors: 2:1 trebles a gift. Each 1 to 10.</summary>
public readonly record struct MatchRatio(int Sponsor, int Donor)
{
    public override string ToString() => $"{Sponsor}:{Donor}";
}
