using System.Buffers.Binary;
using System.Text;

namespace Advocacy.Generator.Images;

/// <summary>
/// Takes every chunk out of a WebP that does not draw it. No pixel changes, and an animated picture stays animated. Layout: RFC 9649, 2.
/// </summary>
internal static class WebPCleaner
{
    private const int Header = 12;
    private const int FrameHeader = 16;
    private const byte HasExif = 0x08;
    private const byte HasXmp = 0x04;
    private const byte IsAnimation = 0x02;

    public static bool Is(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= Header && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8);

    public static bool IsAnimated(ReadOnlySpan<byte> bytes) =>
        Is(bytes) && bytes[Header..] is var chunks && chunks.StartsWith("VP8X"u8) && chunks.Length > 8 && (chunks[8] & IsAnimation) != 0;

    /// <returns>Null where the file is damaged.</returns>
    public static byte[]? Clean(ReadOnlySpan<byte> webp)
    {
        var size = BinaryPrimitives.ReadUInt32LittleEndian(webp[4..]) + 8L;
        if (size > webp.Length || Chunks(webp[Header..(int)size]) is not { } chunks)
            return null;
        var orientation = chunks.Where(c => c.Name == "EXIF").Select(c => Orientation(c.Content)).FirstOrDefault((ushort)1);
        var whole = new MemoryStream();
        whole.Write("RIFF\0\0\0\0WEBP"u8);
        foreach (var (name, content) in chunks)
        {
            if (Clean(name, content, orientation) is not { } clean)
                return null;
            if (clean.Length > 0)
                WriteChunk(whole, name, clean);
        }
        if (orientation != 1)
            WriteChunk(whole, "EXIF", Exif.Only(orientation));
        var bytes = whole.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        return bytes;
    }

    /// <returns>Empty for a chunk that is left out; null where it is damaged.</returns>
    private static byte[]? Clean(string name, byte[] content, ushort orientation)
    {
        switch (name)
        {
            case "VP8 " or "VP8L" or "ALPH" or "ANIM":
                return content;
            case "VP8X" when content.Length >= 10:
                var flags = (byte)(content[0] & ~(HasExif | HasXmp) | (orientation != 1 ? HasExif : 0));
                return [flags, 0, 0, 0, .. content[4..10]];
            case "ICCP":
                return ColorProfile.Clean(content);
            case "ANMF" when content.Length > FrameHeader:
                if (Chunks(content.AsSpan(FrameHeader)) is not { } parts)
                    return null;
                var frame = new MemoryStream();
                frame.Write(content.AsSpan(0, FrameHeader));
                foreach (var part in parts.Where(p => p.Name is "VP8 " or "VP8L" or "ALPH"))
                    WriteChunk(frame, part.Name, part.Content);
                return frame.ToArray();
            case "VP8X" or "ANMF":
                return null;
            default:
                return [];
        }
    }

    private static ushort Orientation(ReadOnlySpan<byte> exif) => Exif.Orientation(exif.StartsWith("Exif\0\0"u8) ? exif[6..] : exif);

    /// <returns>Null where one ends behind the end.</returns>
    private static List<(string Name, byte[] Content)>? Chunks(ReadOnlySpan<byte> bytes)
    {
        var chunks = new List<(string, byte[])>();
        while (bytes.Length >= 8)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            if (length > bytes.Length - 8)
                return null;
            chunks.Add((Encoding.Latin1.GetString(bytes[..4]), bytes.Slice(8, (int)length).ToArray()));
            bytes = bytes[Math.Min(bytes.Length, 8 + (int)length + (int)(length & 1))..];
        }
        return chunks;
    }

    private static void WriteChunk(MemoryStream file, string name, ReadOnlySpan<byte> content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        file.Write([.. Encoding.Latin1.GetBytes(name), .. length, .. content, .. new byte[content.Length & 1]]);
    }
}
