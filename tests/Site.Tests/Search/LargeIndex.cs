using System.Collections.Concurrent;
using System.Collections.Immutable;
using Advocacy.Content.Pages;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Theme;
using Advocacy.Generator.Search;
using Advocacy.TestKit;

namespace Advocacy.Tests.Site.Search;

/// <summary>
/// The index of so many press releases of 600 words, the same for the same number. Words are made up, and as often as words are: the
/// n-th has 1/n of the first's share.
/// </summary>
public sealed class LargeIndex
{
    private const int WordsEach = 600;
    private const int Vocabulary = 40_000;

    private static readonly string[] _consonants = "b c d f g h l m n p r s t v st tr pl ch".Split(' ');
    private static readonly string[] _vowels = "a e i o u ai ea".Split(' ');

    private static readonly string[] _syllables =
        [.. _consonants.SelectMany(consonant => _vowels.Select(vowel => consonant + vowel)), "al", "en", "or", "un", "in", "ex"];

    private readonly Random _random = new(1);
    private readonly string[] _words;
    private readonly double[] _shares;

    public LargeIndex(int releases)
    {
        _words = [.. Enumerable.Range(0, Vocabulary).Select(Word)];
        _shares = new double[Vocabulary];
        for (var rank = 0; rank < Vocabulary; rank++)
            _shares[rank] = (rank == 0 ? 0 : _shares[rank - 1]) + 1.0 / (rank + 2.7);
        SearchDocuments = [.. Enumerable.Range(0, releases).Select(Release)];
        Write();
    }

    public ImmutableArray<SearchDocument> SearchDocuments { get; }

    public ConcurrentDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <param name="rank">From 0, the most frequent.</param>
    public string WordOf(int rank) => _words[rank];

    public void Write()
    {
        var problems = new Problems("", []);
        var words = WordListReader.Read(SiteFolder.Theme, ["en"], problems)!.All[0];
        var endings = SuffixRulesReader.Read(SiteFolder.Theme, ["en"], problems)["en"];
        var index = new SearchIndex(words, endings, (url, bytes) => Files[url] = bytes.ToArray());
        Parallel.ForEach(SearchDocuments, index.Add);
        index.Finish("/");
    }

    private string Word(int rank)
    {
        var syllables = 1 + (int)Math.Log(rank + 2, 18) + (rank > 20 ? _random.Next(2) : 0);
        return string.Concat(Enumerable.Range(0, syllables).Select(_ => _syllables[_random.Next(_syllables.Length)]));
    }

    private SearchDocument Release(int number) => new(
        $"/press-releases/{Text(5).Replace(' ', '-')}-{number}/", SearchKind.PressRelease, "en", "en", Text(9), Text(24),
        new DateOnly(2025, 12, 31).AddDays(-number / 2), [$"topic-{number % 12}"], [new Passage("", Text(WordsEach))]);

    private string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Draw()));

    private string Draw()
    {
        var at = Array.BinarySearch(_shares, _random.NextDouble() * _shares[^1]);
        return _words[at < 0 ? ~at : at];
    }
}
