using System.Buffers;
using System.Collections.Frozen;

namespace Advocacy.Generator.Text;

/// <summary>The words that <c>new</c> writes where a writer's are to come, in every language that it knows.</summary>
public static class Placeholders
{
    private static readonly FrozenSet<string> _alone = [.. TemplateText.All.SelectMany(text => text.ForReaders)];

    private static readonly string[] _parts =
    [
        .. TemplateText.All.Select(text => $"{text.ToBeWritten}."),
        // Shorter ones may well be somebody's own.
        .. _alone.Where(words => words.Length > 30),
    ];

    private static readonly SearchValues<string> _anyPart = SearchValues.Create(_parts, StringComparison.Ordinal);

    /// <returns>Those in the text; null where it has none.</returns>
    public static string? In(ReadOnlySpan<char> text) =>
        text.IndexOfAny(_anyPart) is >= 0 and var at ? PartAt(text[at..]).TrimEnd('.')
        : _alone.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.Trim(), out var all) ? all
        : null;

    private static string PartAt(ReadOnlySpan<char> text)
    {
        foreach (var part in _parts)
        {
            if (text.StartsWith(part))
                return part;
        }
        return "";
    }
}
