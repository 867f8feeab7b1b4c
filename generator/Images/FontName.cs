using System.Buffers.Binary;
using System.Text;

namespace Advocacy.Generator.Images;

/// <summary>
/// What a TrueType file calls itself, in the words that Pango finds it by.
/// Layout: OpenType 1.9, "name — Naming table".
/// </summary>
internal static class FontName
{
    private const int Family = 1;
    private const int Style = 2;
    private const int Windows = 3;

    /// <returns>For instance <c>Newsreader SemiBold, Regular</c>; null where the file is not a font.</returns>
    public static string? Of(ReadOnlySpan<byte> font)
    {
        try
        {
            return Find(Table(font, "name"u8), Family) is { } family ? $"{family}, {Find(Table(font, "name"u8), Style)}" : null;
        }
        // A font that points outside itself.
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<byte> Table(ReadOnlySpan<byte> font, ReadOnlySpan<byte> tag)
    {
        for (var i = 0; i < Two(font, 4); i++)
        {
            var record = font.Slice(12 + 16 * i, 16);
            if (record.StartsWith(tag))
                return font.Slice(Four(record, 8), Four(record, 12));
        }
        return [];
    }

    private static string? Find(ReadOnlySpan<byte> names, int wanted)
    {
        for (var i = 0; names.Length > 0 && i < Two(names, 2); i++)
        {
            var record = names.Slice(6 + 12 * i, 12);
            if (Two(record, 0) == Windows && Two(record, 6) == wanted)
                return Encoding.BigEndianUnicode.GetString(names.Slice(Two(names, 4) + Two(record, 10), Two(record, 8)));
        }
        return null;
    }

    private static int Two(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static int Four(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
}
