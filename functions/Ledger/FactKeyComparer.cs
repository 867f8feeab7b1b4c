namespace Advocacy.Functions.Ledger;

internal sealed class FactKeyComparer : IComparer<Fact>
{
    public static readonly FactKeyComparer Order = new();

    public int Compare(Fact? x, Fact? y) => string.CompareOrdinal(x?.Key, y?.Key);
}
