using System.Collections.Immutable;
using Advocacy.Content.Documents;
using Advocacy.Content.Pages;
using Advocacy.Content.Petitions;
using Advocacy.Content.PressReleases;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Incremental;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Publishing;

namespace Advocacy.Generator.Planning;

/// <summary>
/// "Download all": one ZIP beside each petition and each press release with two documents or more, whatever the language of the page.
/// </summary>
internal sealed class DocumentArchives(Attachments attachments, IOutput output, IBuildCache cache)
{
    private readonly Dictionary<string, Download> _archives = new(StringComparer.Ordinal);

    /// <summary>Writes the archives, before anything is planned: pages show how large they are.</summary>
    /// <returns>The editions with the archives' addresses and sizes.</returns>
    public ImmutableArray<Edition> Write(ImmutableArray<Edition> editions) =>
    [
        .. editions.Select(edition => edition with
        {
            Releases = [.. edition.Releases.Select(
                release => ArchiveOf(release) is { } archive ? release with { AllDocuments = archive } : release)],
            Petitions = [.. edition.Petitions.Select(
                petition => ArchiveOf(petition) is { } archive ? petition with { AllDocuments = archive } : petition)],
        }),
    ];

    /// <returns>Null for a page that has too few documents for one.</returns>
    public static string? UrlOf(ContentItem owner) => DocumentsOf(owner).Length < 2 ? null
        : $"{owner.Original}{owner.Original.TrimEnd('/').Split('/')[^1]}-{Attachments.ArchiveName}";

    private Download? ArchiveOf(ContentItem owner)
    {
        if (owner.Withdrawn is not null || UrlOf(owner) is not { } url)
            return null;
        if (!_archives.TryGetValue(url, out var archive))
        {
            archive = cache.TryGet<CachedArchive>(url, out var kept) && ReferenceEquals(kept.Owner, owner) && output.Keep(url[1..])
                ? kept.Archive
                : Write(url, owner);
            _archives.Add(url, archive);
            cache.Keep(url, new CachedArchive(owner, archive));
        }
        return archive;
    }

    private Download Write(string url, ContentItem owner)
    {
        var sources = attachments.FilesOf(owner.Path).ToDictionary(f => f.Url, f => f.File, StringComparer.Ordinal);
        var bytes = DocumentArchive.Zip(DocumentsOf(owner).Select(d => (Path.GetFileName(d.File.Url), sources[d.File.Url])));
        output.Write(url[1..], bytes);
        return new Download(url, "ZIP", bytes.Length);
    }

    /// <summary>Each once.</summary>
    public static Document[] DocumentsOf(ContentItem owner)
    {
        IEnumerable<Document> all = owner switch
        {
            PressRelease { Documents.IsEmpty: false } release => release.Documents,
            Petition petition => petition.Documents,
            _ => [],
        };
        return [.. all.DistinctBy(d => d.File.Url)];
    }

    private sealed record CachedArchive(ContentItem Owner, Download Archive);
}
