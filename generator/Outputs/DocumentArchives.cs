using System.Collections.Immutable;
using Advocacy.Content.Documents;
using Advocacy.Content.Pages;
using Advocacy.Content.Petitions;
using Advocacy.Content.PressReleases;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Publishing;

namespace Advocacy.Generator.Outputs;

/// <summary>"Download all": one ZIP beside each petition and each press release with two documents or more, whatever the language of the page.</summary>
internal sealed class DocumentArchives
{
    private Dictionary<ContentItem, Download> _made = new(ReferenceEqualityComparer.Instance);

    /// <returns>Null for a page that has too few documents for one.</returns>
    public static string? UrlOf(ContentItem owner) => DocumentsOf(owner).Length < 2 ? null
        : $"{owner.Original}{owner.Original.TrimEnd('/').Split('/')[^1]}-{Attachments.ArchiveName}";

    /// <returns>The editions with the addresses and sizes of the archives, which go to the output. One is made anew where its page is.</returns>
    public ImmutableArray<Edition> With(ImmutableArray<Edition> editions, Attachments attachments, IOutput output)
    {
        var before = _made;
        _made = new(ReferenceEqualityComparer.Instance);
        var archives = new Dictionary<string, Download>(StringComparer.Ordinal);
        return
        [
            .. editions.Select(site => site with
            {
                Releases = [.. site.Releases.Select(release => Of(release) is { } archive ? release with { AllDocuments = archive } : release)],
                Petitions = [.. site.Petitions.Select(petition => Of(petition) is { } archive ? petition with { AllDocuments = archive } : petition)],
            }),
        ];

        Download? Of(ContentItem owner)
        {
            if (owner.Withdrawn is not null || UrlOf(owner) is not { } url)
                return null;
            if (!archives.TryGetValue(url, out var archive))
            {
                archive = before.GetValueOrDefault(owner) is { } kept && output.Keep(url[1..]) ? kept : Make(url, owner);
                archives.Add(url, _made[owner] = archive);
            }
            return archive;
        }

        Download Make(string url, ContentItem owner)
        {
            var sources = attachments.FilesOf(owner.Path).ToDictionary(f => f.Url, f => f.File, StringComparer.Ordinal);
            var bytes = DocumentArchive.Zip(DocumentsOf(owner).Select(d => (Path.GetFileName(d.File.Url), sources[d.File.Url])));
            output.Write(url[1..], bytes);
            return new Download(url, "ZIP", bytes.Length);
        }
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
}
