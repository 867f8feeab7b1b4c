using System.Collections.Immutable;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Reading;
using Advocacy.Theme.Content;

namespace Advocacy.Generator.Publishing;

/// <summary>"Download all": one ZIP beside each petition with two documents or more, whatever the language of the page.</summary>
public static class Archives
{
    public static (ImmutableArray<Site> Editions, IReadOnlyCollection<(string Url, byte[] Bytes)> Files) Of(ImmutableArray<Site> editions, ImmutableArray<PublishedFile> files)
    {
        var sources = files.ToDictionary(f => f.Url, f => f.File, StringComparer.Ordinal);
        var archives = new Dictionary<string, (string Url, byte[] Bytes)>(StringComparer.Ordinal);
        return ([.. editions.Select(site => site with { Petitions = [.. site.Petitions.Select(With)] })], archives.Values);

        Petition With(Petition petition)
        {
            var documents = petition.Filings.Select(f => f.Document).OfType<Document>().DistinctBy(d => d.File.Url).ToArray();
            if (documents.Length < 2 || petition.Withdrawn is not null)
                return petition;
            var slug = petition.Original.TrimEnd('/').Split('/')[^1];
            var url = $"{petition.Original}{slug}-documents.zip";
            if (!archives.TryGetValue(url, out var archive))
                archives.Add(url, archive = (url, DocumentArchive.Zip(documents.Select(d => (Path.GetFileName(d.File.Url), sources[d.File.Url])))));
            return petition with { AllDocuments = new Download(url, "ZIP", archive.Bytes.Length) };
        }
    }
}
