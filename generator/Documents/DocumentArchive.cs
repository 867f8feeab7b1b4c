using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Advocacy.Generator.Documents;

/// <summary>
/// Puts documents into one ZIP, the same bytes on every machine. <c>System.IO.Compression</c> will not do: it writes the operating system
/// and its file permissions into every entry. Layout: PKWARE APPNOTE.TXT 6.3.10, 4.3.7, 4.3.12 and 4.3.16.
/// </summary>
public static class DocumentArchive
{
    private const ushort Version = 20;
    private const ushort NamesAreUtf8 = 1 << 11;
    private const ushort Stored = 0;
    private const ushort Midnight = 0;
    private const ushort FirstOfJanuary1980 = (1 << 5) | 1;

    /// <param name="files">In the order of the archive; stored, since documents are compressed inside already.</param>
    public static byte[] Zip(IEnumerable<(string Name, string Path)> files) =>
        ZipBytes(files.Select(f => (f.Name, File.ReadAllBytes(f.Path))));

    /// <param name="files">In the order of the archive; stored as they are.</param>
    public static byte[] ZipBytes(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var archive = new MemoryStream();
        using var directory = new MemoryStream();
        ushort count = 0;
        foreach (var (name, bytes) in files)
        {
            var offset = checked((uint)archive.Position);
            var encodedName = Encoding.UTF8.GetBytes(name);
            var description = Describe(bytes, encodedName);

            archive.Write([.. "PK\u0003\u0004"u8, .. description, .. encodedName, .. bytes]);
            // After the description: comment, disk, internal and external attributes, all without meaning here.
            directory.Write([.. "PK\u0001\u0002"u8, .. Two(Version), .. description, .. new byte[10], .. Four(offset), .. encodedName]);
            count = checked((ushort)(count + 1));
        }
        var start = checked((uint)archive.Position);
        directory.WriteTo(archive);
        archive.Write(
            [
                .. "PK\u0005\u0006"u8,
                .. new byte[4],
                .. Two(count),
                .. Two(count),
                .. Four((uint)directory.Length),
                .. Four(start),
                .. Two(0),
            ]);
        return archive.ToArray();
    }

    /// <summary>The 26 bytes that an entry and its line in the directory have in common.</summary>
    private static byte[] Describe(byte[] bytes, byte[] name) =>
    [
        .. Two(Version), .. Two(NamesAreUtf8), .. Two(Stored), .. Two(Midnight), .. Two(FirstOfJanuary1980),
        .. Four(Crc32.HashToUInt32(bytes)), .. Four((uint)bytes.Length), .. Four((uint)bytes.Length),
        .. Two(checked((ushort)name.Length)), .. Two(0),
    ];

    private static byte[] Two(ushort value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Four(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
