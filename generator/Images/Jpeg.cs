using System.Buffers.Binary;

namespace Advocacy.Generator.Images;

/// <summary>
/// Finds photographs that were cut off, which libvips completes with gray, whatever its options say. Layout: ITU-T T.81, annex B.
/// </summary>
internal static class Jpeg
{
    private const byte StartOfScan = 0xDA;

    public static bool Is(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xD8, 0xFF, ..];

    /// <summary>True too for a file that is not a JPEG: others are found out as they are read.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> bytes)
    {
        if (bytes is not [0xFF, 0xD8, ..])
            return true;

        // Past the segments before the picture, of which one may hold a small JPEG, with its own end.
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF && bytes[at + 1] != StartOfScan)
            at += bytes[at + 1] == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        return at < bytes.Length && bytes[at..].IndexOf([(byte)0xFF, (byte)0xD9]) >= 0;
    }
}
