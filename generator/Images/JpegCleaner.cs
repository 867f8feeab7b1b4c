using System.Buffers.Binary;

namespace Advocacy.Generator.Images;

/// <summary>
/// Takes everything out of a JPEG that does not draw it: camera, place, words, thumbnails, further pictures, what follows the end.
/// No pixel changes. Layout: ITU-T T.81, annex B; ICC.1:2022, B.4.
/// </summary>
internal static class JpegCleaner
{
    private const byte Restart0 = 0xD0;
    private const byte Restart7 = 0xD7;
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte Jfif = 0xE0;
    private const byte App1 = 0xE1;
    private const byte App2 = 0xE2;
    private const byte Adobe = 0xEE;
    private const int LargestPart = 65_519;

    /// <returns>Null where the file is damaged.</returns>
    public static byte[]? Clean(ReadOnlySpan<byte> jpeg)
    {
        var head = new MemoryStream();
        var body = new MemoryStream();
        var profile = new SortedDictionary<byte, byte[]>();
        ushort orientation = 1;
        for (var at = 2; ;)
        {
            if (at + 2 > jpeg.Length || jpeg[at] != 0xFF)
                return null;
            var marker = jpeg[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            if (marker == EndOfImage)
                return Write(head, orientation, profile, body);
            if (at + 4 > jpeg.Length || BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]) is not (>= 2 and var length)
                || at + 2 + length > jpeg.Length)
                return null;

            var segment = jpeg.Slice(at, length + 2);
            var content = segment[4..];
            at += segment.Length;
            if (marker == Jfif && content.StartsWith("JFIF\0"u8) && content.Length >= 14)
                // Up to the density; then the size of a thumbnail.
                WriteSegment(head, Jfif, [.. content[..12], 0, 0]);
            else if (marker == Adobe && content.StartsWith("Adobe"u8) && content.Length >= 12)
                WriteSegment(head, Adobe, content[..12]);
            else if (marker == App1 && content.StartsWith("Exif\0"u8) && content.Length > 6)
                orientation = Exif.Orientation(content[6..]);
            else if (marker == App2 && content.StartsWith("ICC_PROFILE\0"u8) && content.Length > 14)
                profile[content[12]] = content[14..].ToArray();
            else if (Draws(marker))
                body.Write(segment);
            if (marker == StartOfScan)
            {
                var end = EndOfScan(jpeg, at);
                body.Write(jpeg[at..end]);
                at = end;
            }
        }
    }

    /// <summary>Frames, tables, scans, their sizes: all but what is for applications and readers.</summary>
    private static bool Draws(byte marker) => marker is >= 0xC0 and <= 0xCF and not 0xC8 or >= StartOfScan and <= 0xDF;

    /// <summary>Past coded data, in which 0xFF is followed by a zero or is a restart.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> jpeg, int at)
    {
        while (at + 1 < jpeg.Length && !(jpeg[at] == 0xFF && jpeg[at + 1] is not (0 or (>= Restart0 and <= Restart7))))
            at++;
        return at;
    }

    private static byte[]? Write(MemoryStream head, ushort orientation, SortedDictionary<byte, byte[]> profile, MemoryStream body)
    {
        var whole = new MemoryStream();
        whole.Write([0xFF, StartOfImage, .. head.ToArray()]);
        if (orientation != 1)
            WriteSegment(whole, App1, [.. "Exif\0\0"u8, .. Exif.Only(orientation)]);
        if (profile.Count > 0)
        {
            if (ColorProfile.Clean(profile.SelectMany(part => part.Value).ToArray()) is not { } clean)
                return null;
            var parts = clean.Chunk(LargestPart - 14).ToArray();
            foreach (var (i, part) in parts.Index())
                WriteSegment(whole, App2, [.. "ICC_PROFILE\0"u8, (byte)(i + 1), (byte)parts.Length, .. part]);
        }
        whole.Write([.. body.ToArray(), 0xFF, EndOfImage]);
        return whole.ToArray();
    }

    private static void WriteSegment(MemoryStream file, byte marker, ReadOnlySpan<byte> content) =>
        file.Write([0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content]);
}
