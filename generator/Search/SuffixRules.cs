using System.Collections.Immutable;

namespace Advocacy.Generator.Search;

/// <summary>
/// The endings of a language, in the order in which they are tried: the first that fits is taken off, and no other. The browser's script
/// does the same.
/// </summary>
public sealed record SuffixRules(ImmutableArray<SuffixRule> All)
{
    public static SuffixRules None { get; } = new([]);

    /// <param name="word">Folded.</param>
    public string Stem(string word)
    {
        foreach (var ending in All)
        {
            if (ending.Fits(word))
                return word[..^ending.Text.Length] + ending.Becomes;
        }
        return word;
    }
}
