using System.Buffers.Binary;
using System.Text;
using Advocacy.Generator.Documents.Hidden;

namespace Advocacy.Generator.Documents.Inspection;

/// <summary>What the tags of a sound say. Layout: ID3v2.3 and 2.4, 4; ID3v1; APEv2.</summary>
internal static class Mp3Inspection
{
    private const int Header = 10;
    private const int OldTag = 128;

    /// <summary>Comments, private data, files, owners, encoders; title, artist, album, track, year and cover are for listeners.</summary>
    private static readonly Dictionary<string, string> _frames = new(StringComparer.Ordinal)
    {
        ["COMM"] = "comment (COMM)", ["COM"] = "comment (COM)", ["PRIV"] = "private data (PRIV)", ["GEOB"] = "embedded file (GEOB)",
        ["GEO"] = "embedded file (GEO)", ["TXXX"] = "own text (TXXX)", ["TXX"] = "own text (TXX)", ["TENC"] = "encoded by (TENC)",
        ["TEN"] = "encoded by (TEN)", ["TOWN"] = "owner (TOWN)", ["OWNE"] = "owner (OWNE)", ["TOFN"] = "original file name (TOFN)",
        ["UFID"] = "identifier (UFID)", ["POPM"] = "e-mail address (POPM)", ["TDEN"] = "time of encoding (TDEN)",
    };

    public static IEnumerable<HiddenContent> Of(byte[] sound)
    {
        var named = new SortedSet<string>(StringComparer.Ordinal);
        var pictures = Read(sound, named);
        if (sound.Length > OldTag && sound.AsSpan(^OldTag..) is var old && old.StartsWith("TAG"u8)
            && old.Slice(97, 28).ContainsAnyExcept((byte)0, (byte)' '))
            named.Add("comment (ID3v1)");
        if (sound.AsSpan().IndexOf("APETAGEX"u8) >= 0)
            named.Add("APE tags");
        var found = pictures.SelectMany(picture => EmbeddedPictures.Of(picture));
        return named.Count > 0 ? found.Append(Finding.Tags(named)) : found;
    }

    /// <returns>The covers.</returns>
    private static List<byte[]> Read(byte[] sound, SortedSet<string> named)
    {
        var pictures = new List<byte[]>();
        if (sound.Length < Header || !sound.AsSpan().StartsWith("ID3"u8))
            return pictures;
        var version = sound[3];
        // Version 2.2 has shorter names and sizes.
        var (nameLength, header) = version == 2 ? (3, 6) : (4, 10);
        var end = Math.Min(sound.Length, Header + Synchsafe(sound.AsSpan(6)));
        for (var at = Header; at + header <= end && sound[at] != 0;)
        {
            var name = Encoding.Latin1.GetString(sound, at, nameLength);
            var size = version == 2 ? sound[at + 3] << 16 | sound[at + 4] << 8 | sound[at + 5]
                : version == 4 ? Synchsafe(sound.AsSpan(at + 4))
                : BinaryPrimitives.ReadInt32BigEndian(sound.AsSpan(at + 4));
            if (size < 0 || size > end - at - header)
                break;
            if (_frames.TryGetValue(name, out var called))
                named.Add(called);
            else if (name is "APIC" or "PIC")
                pictures.Add(sound[(at + header)..(at + header + size)]);
            at += header + size;
        }
        return pictures;
    }

    /// <summary>Four times seven bits.</summary>
    private static int Synchsafe(ReadOnlySpan<byte> bytes) => bytes[0] << 21 | bytes[1] << 14 | bytes[2] << 7 | bytes[3];
}
