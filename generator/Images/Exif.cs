using System.Buffers.Binary;

namespace Advocacy.Generator.Images;

/// <summary>
/// The metadata that cameras write: a TIFF file without a picture. Layout: CIPA DC-008 (Exif 3.0), 4.6; TIFF 6.0, section 2.
/// </summary>
internal static class Exif
{
    public const ushort Make = 0x010F;
    public const ushort Model = 0x0110;
    private const ushort OrientationTag = 0x0112;
    public const ushort Artist = 0x013B;
    private const ushort Details = 0x8769;
    public const ushort Place = 0x8825;
    private const ushort Latitude = 2;
    private const int EntrySize = 12;

    /// <summary>When it was taken, the maker's own data, a comment, and the owner, camera and lens by name and number.</summary>
    private static readonly ushort[] _personal = [0x9003, 0x927C, 0x9286, 0xA430, 0xA431, 0xA435];

    /// <returns>1 for upright, to 8; 1 where the metadata says nothing, or nothing that makes sense.</returns>
    public static ushort Orientation(ReadOnlySpan<byte> tiff) =>
        Find(tiff, First(tiff), OrientationTag) is { } at && Two(tiff, at + 8) is >= 1 and <= 8 and var value ? value : (ushort)1;

    /// <summary>Whether its first directory, that of the picture itself, has the entry.</summary>
    public static bool Has(ReadOnlySpan<byte> tiff, ushort tag) => Find(tiff, First(tiff), tag) is not null;

    public static bool HasPlace(ReadOnlySpan<byte> tiff) =>
        Find(tiff, First(tiff), Place) is { } at && Find(tiff, Four(tiff, at + 8), Latitude) is not null;

    /// <summary>Whether it says when, by whom or with which camera.</summary>
    public static bool HasCamera(ReadOnlySpan<byte> tiff)
    {
        var first = First(tiff);
        if ((Find(tiff, first, Make) ?? Find(tiff, first, Model) ?? Find(tiff, first, Artist)) is not null)
            return true;
        var details = Find(tiff, first, Details) is { } at ? Four(tiff, at + 8) : null;
        foreach (var tag in _personal)
        {
            if (Find(tiff, details, tag) is not null)
                return true;
        }
        return false;
    }

    /// <summary>Metadata that says only how to turn the picture.</summary>
    public static byte[] Only(ushort orientation) =>
    [
        .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1, OrientationTag >> 8, OrientationTag & 0xFF, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    public static bool Begins(ReadOnlySpan<byte> bytes) => bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8);

    private static uint? First(ReadOnlySpan<byte> tiff) => Begins(tiff) ? Four(tiff, 4) : null;

    /// <returns>Where the entry of the directory is; null where it has none, or lies outside of the metadata.</returns>
    private static uint? Find(ReadOnlySpan<byte> tiff, uint? directory, ushort tag)
    {
        if (directory is not { } start || Two(tiff, start) is not { } count)
            return null;
        for (var at = start + 2; count > 0 && at + EntrySize <= tiff.Length; at += EntrySize, count--)
        {
            if (Two(tiff, at) == tag)
                return at;
        }
        return null;
    }

    private static ushort? Two(ReadOnlySpan<byte> tiff, uint at) =>
        at + 2L > tiff.Length ? null
        : tiff[0] == 'I' ? BinaryPrimitives.ReadUInt16LittleEndian(tiff[(int)at..])
        : BinaryPrimitives.ReadUInt16BigEndian(tiff[(int)at..]);

    private static uint? Four(ReadOnlySpan<byte> tiff, uint at) =>
        at + 4L > tiff.Length ? null
        : tiff[0] == 'I' ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[(int)at..])
        : BinaryPrimitives.ReadUInt32BigEndian(tiff[(int)at..]);
}
