using System.Buffers.Binary;

namespace Advocacy.Generator.Images;

/// <summary>libvips makes a black picture of what is left of a cut one, without an error.</summary>
internal static class Png
{
    private const int Signature = 8;

    /// <summary>Length, type and checksum of a chunk, in bytes, besides what it holds.</summary>
    private const int Envelope = 12;

    public static bool Is(ReadOnlySpan<byte> bytes) => bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..];

    /// <returns>False for a PNG whose chunks end before the last one, IEND (PNG specification, third edition, 5.6); true for any other
    /// file.</returns>
    public static bool IsWhole(ReadOnlySpan<byte> bytes)
    {
        if (bytes is not [0x89, (byte)'P', (byte)'N', (byte)'G', ..])
            return true;
        long at = Signature;
        while (at + Envelope <= bytes.Length)
        {
            var chunk = bytes[(int)at..];
            var next = at + Envelope + BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (chunk[4..].StartsWith("IEND"u8))
                return next <= bytes.Length;
            at = next;
        }
        return false;
    }
}
