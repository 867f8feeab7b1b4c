using System.Buffers.Binary;
using System.Collections.Frozen;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Advocacy.Generator.Images;

/// <summary>
/// Takes every chunk out of a PNG that does not draw it: texts, time, camera, whatever a program adds, what follows the end. No pixel
/// changes, and an animated picture stays animated. Layout: PNG specification, third edition, 5 and 11.
/// </summary>
internal static class PngCleaner
{
    private const int Signature = 8;
    private const int Envelope = 12;
    private const int LargestProfile = 4 << 20;

    private static readonly FrozenSet<string> _drawing = new[]
    {
        "IHDR", "PLTE", "IDAT", "tRNS", "cHRM", "gAMA", "sRGB", "cICP", "mDCV", "cLLI", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsAnimated(ReadOnlySpan<byte> bytes) => Png.Is(bytes) && Find(bytes, "acTL").Length > 0;

    /// <returns>Null where the file is damaged.</returns>
    public static byte[]? Clean(ReadOnlySpan<byte> png)
    {
        var whole = new MemoryStream();
        whole.Write(png[..Signature]);
        for (long at = Signature; at + Envelope <= png.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png[(int)at..]);
            if (at + Envelope + length > png.Length)
                return null;
            var chunk = png.Slice((int)at, (int)length + Envelope);
            var name = NameOf(chunk);
            var content = chunk[8..^4];
            at += chunk.Length;
            if (name == "IEND")
            {
                WriteChunk(whole, name, []);
                return whole.ToArray();
            }
            if (_drawing.Contains(name))
                whole.Write(chunk);
            else if (name == "eXIf" && Exif.Orientation(content) is not 1 and var orientation)
                WriteChunk(whole, name, Exif.Only(orientation));
            else if (name == "iCCP")
            {
                if (Profile(content) is not { } profile)
                    return null;
                WriteChunk(whole, name, profile);
            }
            // A capital letter says that the picture cannot be drawn without the chunk (5.4).
            else if (char.IsAsciiLetterUpper(name[0]))
                return null;
        }
        return null;
    }

    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> png, string name)
    {
        for (long at = Signature; at + Envelope <= png.Length;)
        {
            var chunk = png[(int)at..];
            if (NameOf(chunk) == name)
                return chunk;
            at += Envelope + BinaryPrimitives.ReadUInt32BigEndian(chunk);
        }
        return [];
    }

    private static string NameOf(ReadOnlySpan<byte> chunk) => Encoding.Latin1.GetString(chunk.Slice(4, 4));

    /// <summary>The name, a zero, the method of compression, the compressed profile (11.3.2.3).</summary>
    private static byte[]? Profile(ReadOnlySpan<byte> content)
    {
        var name = content.IndexOf((byte)0);
        if (name < 0 || name + 2 > content.Length || Inflate(content[(name + 2)..].ToArray()) is not { } profile
            || ColorProfile.Clean(profile) is not { } clean)
            return null;
        var packed = new MemoryStream();
        packed.Write("profile\0\0"u8);
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            zlib.Write(clean);
        return packed.ToArray();
    }

    private static byte[]? Inflate(byte[] packed)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
            var profile = new byte[LargestProfile + 1];
            var length = zlib.ReadAtLeast(profile, profile.Length, throwOnEndOfStream: false);
            return length > LargestProfile ? null : profile[..length];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static void WriteChunk(MemoryStream file, string name, ReadOnlySpan<byte> content)
    {
        byte[] named = [.. Encoding.Latin1.GetBytes(name), .. content];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write([.. number, .. named]);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32(named));
        file.Write(number);
    }
}
