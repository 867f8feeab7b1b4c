using System.Collections.Immutable;
using System.Text;
using Advocacy.Content.Documents;
using Advocacy.Content.PressReleases;
using Advocacy.Content.Settings;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Loading.Settings;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Outputs;

/// <summary>The files for newsrooms, and one ZIP of them all, which says of each who made it and what may be done with it.</summary>
public static class PressKits
{
    /// <returns>The editions with the archive's address and size, and the archive; null where there are no files.</returns>
    public static (Input Input, (string Url, byte[] Bytes)? Archive) Of(Input input, string folder, WordLists words)
    {
        var site = input.Settings;
        if (site.PressKit.Files.IsEmpty)
            return (input, null);
        var bytes = DocumentArchive.ZipBytes([.. input.Editions.Select(edition => Credits(edition, words.For(edition.Language))), .. site.PressKit.Files.Select(f => (Name(f), File.ReadAllBytes(Source(f, folder))))]);
        var url = $"/{PressKitReader.Folder}/{Address.Slug(site.Name)}-press-kit.zip";
        var download = new Download(url, "ZIP", bytes.Length);
        return (input with { Editions = [.. input.Editions.Select(o => o with { PressKit = o.PressKit with { Archive = download } })] }, (url, bytes));
    }

    public static ImmutableArray<PublishedFile> Files(Input input, string folder) =>
        [.. input.Settings.PressKit.Files.Select(f => new PublishedFile(f.File.Url, Source(f, folder)))];

    private static (string Name, byte[] Bytes) Credits(SiteSettings edition, Words words) =>
        (edition.IsDefault ? "credits.txt" : $"credits.{edition.Language}.txt",
            Encoding.UTF8.GetBytes(string.Concat(edition.PressKit.Files.Select(f => $"{Name(f)}: {f.Title}\n  {words.KitCredit(f.Credit)}\n  {words.KitLicense(f.License)}\n"))));

    private static string Source(PressKitFile file, string folder) => Path.Combine(folder, PressKitReader.Folder, Name(file));

    private static string Name(PressKitFile file) => Path.GetFileName(file.File.Url);
}
