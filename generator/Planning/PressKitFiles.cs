using System.Collections.Immutable;
using System.Text;
using Advocacy.Content.Documents;
using Advocacy.Content.Settings;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Loading.Settings;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Planning;

/// <summary>The files for newsrooms, and one ZIP of them all, which says of each who created it and how it may be used.</summary>
/// <param name="Files">Empty where the site has no press kit.</param>
/// <param name="Archive">Null where there are no files.</param>
internal sealed record PressKitFiles(ImmutableArray<PublishedFile> Files, PressKitArchive? Archive)
{
    public static PressKitFiles Of(LoadedSite site)
    {
        var settings = site.Input.Settings;
        if (settings.PressKit.Files.IsEmpty)
            return new PressKitFiles([], null);
        var credits = site.Input.Editions.Select(edition => Credits(edition, site.Words.For(edition.Language)));
        var sources = site.Attachments.FilesOf(PressKitReader.Folder).ToDictionary(f => f.Url, StringComparer.Ordinal);
        ImmutableArray<PublishedFile> published = [.. settings.PressKit.Files.Select(file => sources[file.File.Url])];
        var files = published.Select(file => (Path.GetFileName(file.Url), File.ReadAllBytes(file.File)));
        return new PressKitFiles(
            published,
            new PressKitArchive(
                $"/{PressKitReader.Folder}/{Address.Slug(settings.Name)}-press-kit.zip",
                DocumentArchive.ZipBytes([.. credits, .. files])));
    }

    /// <returns>The same content; each edition has the archive's address and size.</returns>
    public Input AddTo(Input input)
    {
        if (Archive is not { } archive)
            return input;
        var download = new Download(archive.Url, "ZIP", archive.Bytes.Length);
        return input with
        {
            Editions = [.. input.Editions.Select(edition => edition with { PressKit = edition.PressKit with { Archive = download } })],
        };
    }

    private static (string Name, byte[] Bytes) Credits(SiteSettings edition, Words words)
    {
        var name = edition.IsDefault ? "credits.txt" : $"credits.{edition.Language}.txt";
        var lines = edition.PressKit.Files.Select(file =>
            $"{Name(file)}: {file.Title}\n  {words.KitCredit(file.Credit)}\n  {words.KitLicense(file.License)}\n");
        return (name, Encoding.UTF8.GetBytes(string.Concat(lines)));
    }

    private static string Name(PressKitFile file) => Path.GetFileName(file.File.Url);
}

internal sealed record PressKitArchive(string Url, byte[] Bytes);
