using System.Globalization;
using System.Security.Cryptography;
using Advocacy.Generator.Documents.Hidden;
using Advocacy.Generator.Documents.Inspection;
using Advocacy.Generator.Documents.Reading;
using Advocacy.Generator.Incremental;
using Advocacy.Generator.Text;

namespace Advocacy.Generator.Documents;

/// <summary>Finds out what a page says about a file before readers open it.</summary>
public static class DocumentInspector
{
    private const long Limit = 50 * RoundedUp.Mebibyte;

    /// <param name="cache">A folder, created when needed, safe to delete.</param>
    public static FileInspection Inspect(string path, string cache)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            return new RejectedFile("does not exist", "put the file there, or fix its name; capital and small letters differ");
        if (DocumentKind.Of(path) is not { } kind)
            return new RejectedFile("is of a kind that the site does not publish", $"make it a {DocumentKind.Known}");
        if (file.Length == 0)
            return new RejectedFile("is empty", "export it again from the program it was made with");
        if (file.Length > Limit)
            return new RejectedFile($"is {Megabytes(file.Length)} MB; the limit is {Megabytes(Limit)} MB", "make it smaller or split it");

        return Inspect(path, File.ReadAllBytes(path), kind, new CacheFolder(cache));
    }

    private static FileInspection Inspect(string path, byte[] bytes, DocumentKind kind, CacheFolder cache)
    {
        var name = $"{CacheFolder.Hash(bytes)}-{kind.Name}-4.txt";
        if (FromCache(cache, name, kind, bytes.Length) is { } facts)
            return new InspectedFile(facts);

        var inspection = Look(path, bytes, kind);
        // Another process opened it once more: what was examined has to be what is known by this sum.
        if (!File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
            return new RejectedFile("changed while it was read", "build again when it is saved");
        // A refusal is not kept: it stops the build, so that it is fixed sooner than it is met again.
        if (inspection is InspectedFile inspected)
            Remember(cache, name, inspected.Facts);
        return inspection;
    }

    internal static FileInspection Look(string path, byte[] bytes, DocumentKind kind)
    {
        var plain = new DocumentFacts(kind.Name, bytes.Length, null, Convert.ToHexStringLower(SHA256.HashData(bytes)), false);
        return kind switch
        {
            { Name: "PDF" } => SeparateReading.Read(path) switch
            {
                ReadPdf pdf => new InspectedFile(plain with
                {
                    Pages = pdf.Pages,
                    Tagged = pdf.Tagged,
                    Title = pdf.Title,
                    Language = pdf.Language,
                    Pictures = pdf.Pictures,
                    Hidden = pdf.Hidden,
                    Text = pdf.Text,
                    IsUnread = pdf.IsUnread,
                }),
                LockedPdf => new RejectedFile("is encrypted", "export it again without a password and without restrictions"),
                SlowPdf => new RejectedFile(
                    $"takes more than {SeparateReading.Work.TotalSeconds:0} seconds to read",
                    "export it again from the program it was made with"),
                GreedyPdf => new RejectedFile(
                    $"needs more than {SeparateReading.Memory / RoundedUp.Mebibyte} MB of memory to be read",
                    "export it again from the program it was made with"),
                _ => Damaged(kind),
            },
            _ => HiddenContentFinder.Find(kind, bytes) switch
            {
                FoundContent(var found) => new InspectedFile(plain with { Hidden = found }),
                Unreadable(var what, var fix) => new RejectedFile(what, fix),
                _ => Damaged(kind),
            },
        };
    }

    private static RejectedFile Damaged(DocumentKind kind) =>
        new($"is not {kind.Called}, or is damaged", "export it again from the program it was made with");

    private static DocumentFacts? FromCache(CacheFolder cache, string name, DocumentKind kind, long size) =>
        cache.Lines(name) is
            [{ Length: 64 } sha256, var pages, var tagged, var title, var language, var pictures, var hidden, var unread, .. var text]
            ? new(kind.Name, size, pages.Length > 0 ? int.Parse(pages, CultureInfo.InvariantCulture) : null, sha256, tagged == "tagged")
            {
                Title = title.Length > 0 ? title : null,
                Language = language.Length > 0 ? language : null,
                Pictures = PageNumbers.Read(pictures),
                IsUnread = unread == "unread",
                Text = string.Join('\n', text),
                Hidden = CachedHiddenContent.Read(hidden),
            }
            : null;

    private static void Remember(CacheFolder cache, string name, DocumentFacts facts) => cache.KeepLines(name,
        [
            facts.Sha256,
            facts.Pages?.ToString(CultureInfo.InvariantCulture) ?? "",
            facts.Tagged ? "tagged" : "untagged",
            facts.Title ?? "",
            facts.Language ?? "",
            PageNumbers.Write(facts.Pictures),
            CachedHiddenContent.Write(facts.Hidden),
            facts.IsUnread ? "unread" : "read",
            facts.Text,
        ]);

    private static string Megabytes(long bytes) => RoundedUp.Of(bytes, RoundedUp.Mebibyte);
}
