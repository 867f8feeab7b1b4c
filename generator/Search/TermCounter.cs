namespace Advocacy.Generator.Search;

/// <summary>Which terms a page has, and how strongly each speaks for it. For one page at a time.</summary>
internal sealed class TermCounter(Vocabulary vocabulary)
{
    public const int Title = 3, Summary = 2, Often = 1, Once = 0;

    private const int OftenFrom = 3;

    private readonly RecentTerms _recent = new();
    private readonly List<int> _met = [];
    private int[] _times = [];
    private byte[] _strength = [];

    public void Add(ReadOnlySpan<char> text, byte strength)
    {
        while (Folding.Next(ref text) is { Length: > 0 } word)
        {
            ref var known = ref _recent.PlaceOf(word);
            if (!word.SequenceEqual(known.Word))
                known = vocabulary.NumberOf(word);
            if (known.Term >= 0)
                Add(known.Term, strength);
        }
    }

    public void Add(int term, byte strength)
    {
        if (term >= _times.Length)
        {
            var size = Math.Max(term + 1, 2 * _times.Length + 1024);
            Array.Resize(ref _times, size);
            Array.Resize(ref _strength, size);
        }
        if (_times[term]++ == 0)
            _met.Add(term);
        _strength[term] = Math.Max(_strength[term], strength);
    }

    /// <summary>Hands over the page's terms, and is ready for the next page.</summary>
    public (int Term, byte Strength)[] Take()
    {
        var terms = new (int, byte)[_met.Count];
        for (var i = 0; i < terms.Length; i++)
        {
            var term = _met[i];
            terms[i] = (term, Math.Max(_strength[term], (byte)(_times[term] >= OftenFrom ? Often : Once)));
            (_times[term], _strength[term]) = (0, 0);
        }
        _met.Clear();
        return terms;
    }
}
