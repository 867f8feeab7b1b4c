using System.Buffers;
using System.Text;

namespace Advocacy.Generator.Text;

/// <summary>
/// Characters that are invisible in an editor, come with copied text, and are allowed neither in a page (HTML) nor in a feed (XML).
/// </summary>
public static class ControlCharacters
{
    private static readonly SearchValues<char> _all = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0xA0).Where(c => char.IsControl((char)c) && c is not ('\n' or '\t'))
            .Concat(Enumerable.Range(0xFDD0, 32)).Append(0xFFFE).Append(0xFFFF).Select(c => (char)c),
    ]);

    private static readonly SearchValues<byte> _ascii = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Except([(int)'\n', '\t']).Append(0x7F).Select(b => (byte)b)]);

    public static bool AreIn(ReadOnlySpan<char> text) => text.ContainsAny(_all);

    /// <param name="utf8">Well-formed.</param>
    /// <returns>Where the first of them begins; -1 where there is none.</returns>
    public static int IndexIn(ReadOnlySpan<byte> utf8)
    {
        // Looked for apart from the others, which makes it twenty times faster.
        var ascii = utf8.IndexOfAny(_ascii);
        var rest = ascii < 0 ? utf8 : utf8[..ascii];
        for (var at = 0; rest[at..].IndexOfAny((byte)0xC2, (byte)0xEF) is >= 0 and var next;)
        {
            at += next;
            Rune.DecodeFromUtf8(rest[at..], out var rune, out var length);
            if (rune.IsBmp && _all.Contains((char)rune.Value))
                return at;
            at += length;
        }
        return ascii;
    }
}
