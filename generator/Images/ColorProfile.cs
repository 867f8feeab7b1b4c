using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Text;

namespace Advocacy.Generator.Images;

/// <summary>
/// A color profile without its texts and dates: they can name a person's monitor or machine. What the colors are is kept bit by bit.
/// Layout: ICC.1:2022, 7.
/// </summary>
internal static class ColorProfile
{
    private const int HeaderSize = 128;
    private const int EntrySize = 12;
    private const int Largest = 4 << 20;
    private const string Description = "Color profile";

    /// <summary>The tags that color is computed from, by 9.2 of the standard.</summary>
    private static readonly FrozenSet<string> _colors = new[]
    {
        "A2B0", "A2B1", "A2B2", "B2A0", "B2A1", "B2A2", "B2D0", "B2D1", "B2D2", "B2D3", "D2B0", "D2B1", "D2B2", "D2B3", "bTRC", "bXYZ",
        "bkpt", "chad", "chrm", "cicp", "gTRC", "gXYZ", "gamt", "kTRC", "lumi", "rTRC", "rXYZ", "wtpt",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <returns>Null where it is damaged.</returns>
    public static byte[]? Clean(ReadOnlySpan<byte> profile)
    {
        if (profile.Length is < HeaderSize + 4 or > Largest || !profile[36..].StartsWith("acsp"u8))
            return null;
        var entries = profile[(HeaderSize + 4)..];
        var count = BinaryPrimitives.ReadUInt32BigEndian(profile[HeaderSize..]);
        if (count > entries.Length / EntrySize)
            return null;

        var text = profile[8] >= 4 ? LocalizedText() : null;
        var tags = new List<(string Name, (uint Offset, uint Size) Source, byte[] Bytes)>
        {
            ("desc", (0, 0), text ?? OldDescription()), ("cprt", (0, 1), text ?? OldText()),
        };
        for (var i = 0; i < count; i++)
        {
            var entry = entries[(i * EntrySize)..];
            var name = Encoding.Latin1.GetString(entry[..4]);
            var source = (Offset: BinaryPrimitives.ReadUInt32BigEndian(entry[4..]), Size: BinaryPrimitives.ReadUInt32BigEndian(entry[8..]));
            if (!_colors.Contains(name))
                continue;
            if ((long)source.Offset + source.Size > profile.Length)
                return null;
            tags.Add((name, source, profile.Slice((int)source.Offset, (int)source.Size).ToArray()));
        }
        return Write(profile[..HeaderSize], tags);
    }

    private static byte[] Write(ReadOnlySpan<byte> header, List<(string Name, (uint Offset, uint Size) Source, byte[] Bytes)> tags)
    {
        var bytes = new MemoryStream();
        var table = new byte[4 + tags.Count * EntrySize];
        BinaryPrimitives.WriteInt32BigEndian(table, tags.Count);
        bytes.Write(Header(header));
        bytes.Write(table);
        var places = new Dictionary<(uint, uint), int>();
        foreach (var (i, (name, source, tag)) in tags.Index())
        {
            // Three channels often share one curve.
            if (!places.TryGetValue(source, out var place))
            {
                place = (int)bytes.Length;
                bytes.Write([.. tag, .. new byte[(4 - tag.Length % 4) % 4]]);
                places.Add(source, place);
            }
            var entry = table.AsSpan(4 + i * EntrySize);
            Encoding.Latin1.GetBytes(name, entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], place);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], tag.Length);
        }
        var whole = bytes.ToArray();
        table.CopyTo(whole, HeaderSize);
        BinaryPrimitives.WriteInt32BigEndian(whole, whole.Length);
        return whole;
    }

    /// <summary>Without color management module, date, maker, model, creator and identifier; the day is that of ICC.1:2001-12.</summary>
    private static byte[] Header(ReadOnlySpan<byte> header)
    {
        var clean = header.ToArray();
        clean.AsSpan(4, 4).Clear();
        new byte[] { 0x07, 0xD1, 0, 12, 0, 1, 0, 0, 0, 0, 0, 0 }.CopyTo(clean, 24);
        clean.AsSpan(40, 4).Clear();
        clean.AsSpan(48, 8).Clear();
        clean.AsSpan(80).Clear();
        return clean;
    }

    /// <summary>Type <c>desc</c> of version 2: ASCII, then Unicode and Macintosh, both empty.</summary>
    private static byte[] OldDescription() =>
    [
        .. "desc"u8, .. new byte[4], 0, 0, 0, (byte)(Description.Length + 1), .. Encoding.ASCII.GetBytes(Description), 0, .. new byte[78],
    ];

    private static byte[] OldText() => [.. "text"u8, .. new byte[4], .. Encoding.ASCII.GetBytes(Description), 0];

    /// <summary>Type <c>mluc</c> of version 4, with one record.</summary>
    private static byte[] LocalizedText() =>
    [
        .. "mluc"u8, .. new byte[4], 0, 0, 0, 1, 0, 0, 0, 12, .. "enUS"u8, 0, 0, 0, (byte)(Description.Length * 2), 0, 0, 0, 28,
        .. Encoding.BigEndianUnicode.GetBytes(Description),
    ];
}
