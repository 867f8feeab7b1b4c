using System.Collections.Immutable;
using System.Text;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Reading;
using Advocacy.Theme.Content;
using Advocacy.Theme.Wording;

namespace Advocacy.Generator.Publishing;

/// <summary>The files for newsrooms, and one ZIP of them all, which says of each who made it and what may be done with it.</summary>
public static class PressKits
{
    /// <returns>The editions with the archive's address and size, and the archive; null where there are no files.</returns>
    public static (Input Input, (string Url, byte[] Bytes)? Archive) Of(Input input, string folder, WordLists words)
    {
        var site = input.Organisation;
        if (site.PressKit.Files.IsEmpty)
            return (input, null);
        var bytes = DocumentArchive.ZipBytes([.. input.Organisations.Select(edition => Credits(edition, words.For(edition.Language))), .. site.PressKit.Files.Select(f => (Name(f), File.ReadAllBytes(Source(f, folder))))]);
        var url = $"/{KitReader.Folder}/{Address.Slug(site.Name)}-press-kit.zip";
        var download = new Download(url, "ZIP", bytes.Length);
        return (input with { Organisations = [.. input.Organisations.Select(o => o with { PressKit = o.PressKit with { Archive = download } })] }, (url, bytes));
    }

    public static ImmutableArray<PublishedFile> Files(Input input, string folder) =>
        [.. input.Organisation.PressKit.Files.Select(f => new PublishedFile(f.File.Url, Source(f, folder)))];

    private static (string Name, byte[] Bytes) Credits(Organisation edition, Words words) =>
        (edition.Root == "/" ? "credits.txt" : $"credits.{edition.Language}.txt",
            Encoding.UTF8.GetBytes(string.Concat(edition.PressKit.Files.Select(f => $"{Name(f)}: {f.Title}\n  {words.KitCredit(f.Credit)}\n  {words.KitLicense(f.License)}\n"))));

    private static string Source(KitFile file, string folder) => Path.Combine(folder, KitReader.Folder, Name(file));

    private static string Name(KitFile file) => Path.GetFileName(file.File.Url);
}
