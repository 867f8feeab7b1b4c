using System.Buffers.Binary;
using System.Text;
using Advocacy.Generator.Documents.Hidden;

namespace Advocacy.Generator.Documents.Inspection;

/// <summary>
/// What a film says beside what it shows. Layout: ISO/IEC 14496-12, 4.2 and 8; places as Apple (<c>©xyz</c>,
/// <c>com.apple.quicktime.location</c>), 3GPP (<c>loci</c>) and action cameras (a track <c>gpmd</c>) write them.
/// </summary>
internal static class Mp4Inspection
{
    private const int Deepest = 12;

    private static readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal)
    {
        ["\u00A9aut"] = "author", ["auth"] = "author", ["\u00A9cmt"] = "comment", ["\u00A9mak"] = "camera", ["\u00A9mod"] = "camera",
        ["\u00A9inf"] = "information", ["\u00A9dir"] = "director", ["\u00A9prd"] = "producer", ["\u00A9day"] = "day",
        ["mebx"] = "a track of the camera's data", ["rtmd"] = "a track of the camera's data", ["camm"] = "a track of the camera's data",
    };

    private static readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal)
    {
        ["com.apple.quicktime.make"] = "camera", ["com.apple.quicktime.model"] = "camera", ["com.apple.quicktime.author"] = "author",
        ["com.apple.quicktime.creationdate"] = "day", ["com.apple.quicktime.comment"] = "comment", ["com.android.model"] = "camera",
        ["com.apple.quicktime.content.identifier"] = "identifier",
    };

    public static IEnumerable<HiddenContent> Of(byte[] film)
    {
        var found = new Findings();
        Walk(film, 0, film.Length, 0, found);
        return
        [
            .. found.Places.Select(Finding.RecordingWithPlace),
            .. found.Pictures,
            .. found.Named.Count > 0 ? [Finding.Tags(found.Named)] : Array.Empty<HiddenContent>(),
        ];
    }

    private static void Walk(byte[] film, int start, int end, int depth, Findings found)
    {
        for (var at = start; at + 8 <= end && depth < Deepest;)
        {
            long size = BinaryPrimitives.ReadUInt32BigEndian(film.AsSpan(at));
            var name = Encoding.Latin1.GetString(film, at + 4, 4);
            var header = 8;
            if (size == 1 && at + 16 <= end)
                (size, header) = (BinaryPrimitives.ReadInt64BigEndian(film.AsSpan(at + 8)), 16);
            if (size == 0)
                size = end - at;
            if (size < header || size > end - at)
                return;
            Look(film, name, at + header, at + (int)size, depth, found);
            at += (int)size;
        }
    }

    private static void Look(byte[] film, string name, int start, int end, int depth, Findings found)
    {
        var content = film.AsSpan(start, end - start);
        switch (name)
        {
            case "moov" or "trak" or "mdia" or "minf" or "stbl" or "udta" or "ilst" or "moof" or "traf" or "dinf" or "edts":
                Walk(film, start, end, depth + 1, found);
                break;
            // QuickTime's has no version before its boxes, that of MPEG has.
            case "meta":
                var isBare = content.Length >= 8 && content[4..].StartsWith("hdlr"u8);
                Walk(film, isBare ? start : Math.Min(start + 4, end), end, depth + 1, found);
                break;
            case "stsd":
                Walk(film, Math.Min(start + 8, end), end, depth + 1, found);
                break;
            case "\u00A9xyz" or "loci":
                found.Places.Add(name);
                break;
            case "gpmd" or "GPMF":
                found.Places.Add(name);
                break;
            case "keys":
                found.AddKeys(content);
                break;
            case "uuid" or "XMP_":
                found.AddXmp(content);
                break;
            case "covr":
                found.Pictures.AddRange(EmbeddedPictures.Of(content.ToArray()));
                break;
            case var _ when _fields.TryGetValue(name, out var called):
                found.Named.Add($"{called} ({name})");
                break;
        }
    }

    private sealed class Findings
    {
        public SortedSet<string> Places { get; } = new(StringComparer.Ordinal);
        public SortedSet<string> Named { get; } = new(StringComparer.Ordinal);
        public List<HiddenContent> Pictures { get; } = [];

        public void AddKeys(ReadOnlySpan<byte> keys)
        {
            if (keys.IndexOf("com.apple.quicktime.location"u8) >= 0)
                Places.Add("com.apple.quicktime.location");
            foreach (var (key, called) in _keys)
            {
                if (keys.IndexOf(Encoding.ASCII.GetBytes(key)) >= 0)
                    Named.Add($"{called} ({key})");
            }
        }

        public void AddXmp(ReadOnlySpan<byte> content)
        {
            if (content.IndexOf("GPSLatitude"u8) >= 0)
                Places.Add("XMP");
            else if (content.IndexOf("<x:xmpmeta"u8) >= 0)
                Named.Add("XMP");
        }
    }
}
