namespace Advocacy.Generator.Search;

/// <summary>
/// Most of a text are few words, again and again: for these one comparison is enough. Each slot holds the last word with its hash.
/// </summary>
internal sealed class RecentTerms
{
    private const int Bits = 13;

    private readonly (string? Word, int Term)[] _places = new (string?, int)[1 << Bits];

    public ref (string? Word, int Term) PlaceOf(ReadOnlySpan<char> word)
    {
        var mixed = (uint)word.Length;
        for (var i = 0; i < word.Length; i++)
            mixed = (mixed ^ word[i]) * 16777619;
        return ref _places[(mixed ^ (mixed >> 15)) & ((1 << Bits) - 1)];
    }
}
