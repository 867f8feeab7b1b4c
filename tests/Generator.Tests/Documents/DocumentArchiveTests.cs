using System.IO.Compression;
using System.Security.Cryptography;
using Advocacy.Generator.Documents;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Documents;

public sealed class DocumentArchiveTests : Folder
{
    [Fact]
    public void ArchiveIsAZipThatOthersCanRead()
    {
        using var archive = new ZipArchive(new MemoryStream(Zip()), ZipArchiveMode.Read);

        Assert.Equal(
            [("petición.txt", "Release the records.", 1980), ("answer.txt", "No.", 1980)],
            archive.Entries.Select(entry => (entry.FullName, Text(entry), entry.LastWriteTime.Year)));
    }

    // Fixed, since the archive must be the same bytes on every machine, and not only twice on this one.
    [Fact]
    public void ArchiveHasTheSameBytesEverywhere() =>
        Assert.Equal("b859d5f2480df90448803770707f9b4b3c7318ee21db7c3253756ab614a0eb32", Convert.ToHexStringLower(SHA256.HashData(Zip())));

    [Fact]
    public void ArchiveOfNoDocumentsIsEmpty()
    {
        using var archive = new ZipArchive(new MemoryStream(DocumentArchive.Zip([])), ZipArchiveMode.Read);

        Assert.Empty(archive.Entries);
    }

    private byte[] Zip() => DocumentArchive.Zip(
    [
        ("petición.txt", Write("1.txt", "Release the records."u8)),
        ("answer.txt", Write("2.txt", "No."u8)),
    ]);

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
