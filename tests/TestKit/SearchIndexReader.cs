using System.Text;
using System.Text.Json;
using Advocacy.Generator.Search;

namespace Advocacy.TestKit;

/// <summary>Reads a search index from its files alone, as docs/search-index.md describes them.</summary>
public sealed class SearchIndexReader
{
    private readonly Dictionary<string, string[]> _pages = new(StringComparer.Ordinal);
    private readonly SuffixRules _endings;

    /// <param name="file">The bytes of a file by its address.</param>
    public SearchIndexReader(string root, Func<string, byte[]> file)
    {
        using var manifest = JsonDocument.Parse(file(SearchIndex.Manifest(root)));
        var index = manifest.RootElement;
        var folder = index.GetProperty("folder").GetString()!;
        _endings = new SuffixRules([.. index.GetProperty("endings").EnumerateArray().Select(Ending)]);
        var names = string.Concat(Names("names").Select(name => Encoding.UTF8.GetString(file($"{folder}{name}.txt"))));
        string[] addresses =
        [
            .. names.Chunk(10).Select(name =>
            {
                using var passage = JsonDocument.Parse(file($"{folder}{new string(name)}.json"));
                return passage.RootElement.GetProperty("url").GetString()!;
            }),
        ];
        Shards = [.. Names("terms").Select(name => Encoding.UTF8.GetString(file($"{folder}{name}.txt")))];
        foreach (var line in Shards.SelectMany(shard => shard.Split('\n', StringSplitOptions.RemoveEmptyEntries)))
        {
            var space = line.LastIndexOf(' ');
            var numbers = Numbers(line[(space + 1)..], index.GetProperty("digits").GetString()!);
            _pages.Add(line[..space], [.. numbers.Select(number => addresses[number])]);
        }
        Firsts = index.GetProperty("firsts").GetString()!.Split('\n');

        IEnumerable<string> Names(string of) => index.GetProperty(of).GetString()!.Chunk(10).Select(name => new string(name));
    }

    public string[] Shards { get; }

    public string[] Firsts { get; }

    public IReadOnlyCollection<string> Terms => _pages.Keys;

    /// <returns>The pages that have the word in any of its forms.</returns>
    public string[] PagesWith(string word) => _pages.GetValueOrDefault(_endings.Stem(Folding.Fold(word))) ?? [];

    public string[] PagesOf(string filter, string value) => _pages.GetValueOrDefault($"#{filter}/{value}") ?? [];

    private static SuffixRule Ending(JsonElement rule) => new(rule[0].GetString()!, rule[1].GetString()!, rule[2].GetInt32());

    private static IEnumerable<int> Numbers(string letters, string digits)
    {
        var passage = 0;
        for (var at = 0; at < letters.Length; passage++)
        {
            var number = 0;
            for (int bits = 0, digit = 32; digit > 31; bits += 5)
            {
                digit = digits.IndexOf(letters[at++], StringComparison.Ordinal);
                number |= (digit & 31) << bits;
            }
            passage += number >> 2;
            yield return passage;
        }
    }
}
