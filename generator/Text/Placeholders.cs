using System.Collections.Frozen;

namespace Advocacy.Generator.Text;

/// <summary>The words that <c>new</c> writes where a writer's are to come, in every language that it knows.</summary>
public static class Placeholders
{
    private static readonly FrozenSet<string> _alone = [.. TemplateText.All.SelectMany(text => text.ForReaders)];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words = _alone.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] _beginnings = [.. TemplateText.All.Select(text => $"{text.ToBeWritten}.")];

    /// <summary>A shorter sentence may well be somebody's own.</summary>
    private static readonly string[] _endings = [.. _alone.Where(words => words.Length > 30)];

    /// <returns>Those that a field or a line of text begins or ends with; null where it does with none.</returns>
    public static string? In(ReadOnlySpan<char> text)
    {
        foreach (var words in _beginnings)
        {
            if (text.StartsWith(words))
                return words[..^1];
        }
        if (text is [.., '.'])
        {
            foreach (var words in _endings)
            {
                if (text.EndsWith(words))
                    return words[..^1];
            }
        }
        return _words.TryGetValue(text, out var all) ? all.TrimEnd('.') : null;
    }
}
