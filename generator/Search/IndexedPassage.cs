
namespace Advocacy.Generator.Search;

/// <summary>What an index keeps of a passage.</summary>
/// <param name="Number">From 0; from 1 on it continues the passage before it.</param>
/// <param name="Name">Of the file that has its title and text, as the index writes it.</param>
/// <param name="File">The address of that file.</param>
internal sealed record IndexedPassage(DateOnly Date, string Url, int Number, string Name, string File, (int Term, byte Strength)[] Terms)
{
    /// <summary>The order of an index: by date, then by address and number.</summary>
    public static int ByPlace(IndexedPassage a, IndexedPassage b) =>
        a.Date != b.Date ? a.Date.CompareTo(b.Date)
        : string.CompareOrdinal(a.Url, b.Url) is var url and not 0 ? url
        : a.Number != b.Number ? a.Number.CompareTo(b.Number)
        : string.CompareOrdinal(a.Name, b.Name);
}
