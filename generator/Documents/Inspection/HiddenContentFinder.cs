using System.Text;
using System.Xml;

namespace Advocacy.Generator.Documents.Inspection;

/// <summary>Looks for what a file holds and does not show: office files, books, archives, sounds and films.</summary>
internal static class HiddenContentFinder
{
    /// <summary>An archive in an archive in an archive.</summary>
    private const int Deepest = 3;

    /// <param name="depth">How many archives the file lies in.</param>
    public static ContentSearch Find(DocumentKind kind, byte[] bytes, int depth = 0)
    {
        if (kind.Zipped)
            return FindInPackage(kind, bytes, depth);
        var found = kind.Name switch
        {
            "RTF" => RichTextInspection.Of(Encoding.Latin1.GetString(bytes)),
            "MP3" => Mp3Inspection.Of(bytes),
            "MP4" => Mp4Inspection.Of(bytes),
            _ => [],
        };
        return new FoundContent([.. found.Distinct()]);
    }

    private static ContentSearch FindInPackage(DocumentKind kind, byte[] bytes, int depth)
    {
        // A compound file (MS-CFB): an office file with a password, or of before 2007.
        if (bytes.AsSpan().StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
            return new Unreadable("is encrypted, or in an old format", $"save it as {kind.Name} without a password");
        if (depth > Deepest)
            return new Unreadable("holds archives in archives in archives", "put the files into one archive");
        using var package = Package.Open(bytes);
        if (package is null)
            return new DamagedContent();
        if (package.IsEncrypted)
            return new Unreadable("is encrypted", $"save it as {kind.Name} without a password");
        try
        {
            var found = kind.Name switch
            {
                "EPUB" => BookInspection.Of(package),
                "ZIP" => ArchiveInspection.Of(package, depth),
                // By what is inside, whatever the name's ending says.
                _ => OfficePackageInspection.Of(package).Concat(WordInspection.Of(package)).Concat(SpreadsheetInspection.Of(package))
                    .Concat(PresentationInspection.Of(package)).Concat(OpenDocumentInspection.Of(package)),
            };
            return new FoundContent([.. found.Distinct()]);
        }
        // What a ZIP or a part of it says of itself is not so.
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            return package.IsTooLarge
                ? new Unreadable($"unpacks to more than {Package.Largest >> 20} MB", "make it smaller or split it")
                : new DamagedContent();
        }
    }
}
