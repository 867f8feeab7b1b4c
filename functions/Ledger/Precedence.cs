namespace Advocacy.Functions.Ledger;

/// <summary>
/// Which of two versions of one fact stands. The order is total, so that the versions can come in any order and any number of times: the
/// first in it stands in the end.
/// </summary>
internal sealed class Precedence : IComparer<Fact>
{
    public static readonly Precedence Order = new();

    /// <returns>Below zero where <paramref name="x"/> stands.</returns>
    public int Compare(Fact? x, Fact? y)
    {
        // What comes back of a dispute can come in parts, and only ever grows.
        var compared = Reinstated(y).CompareTo(Reinstated(x));
        // What was withdrawn stands over what was disputed, and only ever grows: a dispute can be lost after it was won.
        if (compared == 0) compared = Withdrawn(y).CompareTo(Withdrawn(x));
        // An entry of an earlier program leaves the currency out, which may not have been the gift's.
        if (compared == 0) compared = NamesItsCurrency(y).CompareTo(NamesItsCurrency(x));
        if (compared == 0) compared = Nullable.Compare(x?.At, y?.At);
        // Any rule will do for the rest that gives the same answer in either order.
        return compared != 0 || x is null || y is null ? compared : string.CompareOrdinal(FactText.Of(x), FactText.Of(y));
    }

    private static long Reinstated(Fact? fact) => fact is DisputeReinstated back ? back.Amount ?? long.MaxValue : 0;

    private static long Withdrawn(Fact? fact) => fact is DisputeLost { Withdrawn: true } lost ? lost.Amount : 0;

    private static bool NamesItsCurrency(Fact? fact) =>
        fact is Refunded { Currency: not null } or DisputeLost { Currency: not null } or DisputeReinstated { Currency: not null };
}
