namespace Advocacy.Functions.Ledger;

internal sealed class ByKey : IComparer<Fact>
{
    public static readonly ByKey Order = new();

    public int Compare(Fact? x, Fact? y) => string.CompareOrdinal(x?.Key, y?.Key);
}
