using System.Collections.Concurrent;

namespace Advocacy.Generator.Search;

/// <summary>A number for each term of an index, the same for all words that stem to it. Safe on many threads.</summary>
internal sealed class Vocabulary(SuffixRules endings)
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, (string Word, int Term)>.AlternateLookup<ReadOnlySpan<char>> _byWord =
        new ConcurrentDictionary<string, (string Word, int Term)>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly Dictionary<string, int> _byTerm = new(StringComparer.Ordinal);

    /// <summary>In the order of their numbers.</summary>
    public List<string> Terms { get; } = [];

    /// <returns>The word to keep, and its term's number: -1 where nothing is left of it.</returns>
    public (string Word, int Term) NumberOf(ReadOnlySpan<char> word)
    {
        if (_byWord.TryGetValue(word, out var known))
            return known;
        var term = endings.Stem(Folding.Fold(word));
        return _byWord[word] = (word.ToString(), term.Length == 0 ? -1 : NumberOfTerm(term));
    }

    public int NumberOfTerm(string term)
    {
        lock (_lock)
        {
            if (_byTerm.TryGetValue(term, out var number))
                return number;
            Terms.Add(term);
            return _byTerm[term] = Terms.Count - 1;
        }
    }
}
