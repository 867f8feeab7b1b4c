using System.IO.Compression;
using System.Text;

namespace Advocacy.TestKit;

/// <summary>A ZIP of parts, as office files and books are.</summary>
internal static class ZippedParts
{
    public static byte[] Of(params (string Name, string Text)[] parts) =>
        Of([.. parts.Select(part => (part.Name, Encoding.UTF8.GetBytes(part.Text)))]);

    public static byte[] Of(params (string Name, byte[] Bytes)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(bytes);
            }
        }
        return file.ToArray();
    }
}
