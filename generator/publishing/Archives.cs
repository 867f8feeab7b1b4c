using System.Collections.Immutable;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Reading;
using Advocacy.Theme.Content;

namespace Advocacy.Generator.Publishing;

/// <summary>"Download all": one ZIP beside each petition with two documents or more.</summary>
public static class Archives
{
    public static (Site Site, List<(string Url, byte[] Bytes)> Files) Of(Site site, ImmutableArray<PublishedFile> files)
    {
        var sources = files.ToDictionary(f => f.Url, f => f.File, StringComparer.Ordinal);
        var archives = new List<(string Url, byte[] Bytes)>();
        return (site with { Petitions = [.. site.Petitions.Select(With)] }, archives);

        Petition With(Petition petition)
        {
            var documents = petition.Filings.Select(f => f.Document).OfType<Document>().DistinctBy(d => d.File.Url).ToArray();
            if (documents.Length < 2 || petition.Withdrawn is not null)
                return petition;
            var bytes = DocumentArchive.Zip(documents.Select(d => (Path.GetFileName(d.File.Url), sources[d.File.Url])));
            var slug = petition.Url.TrimEnd('/').Split('/')[^1];
            var url = $"{petition.Url}{slug}-documents.zip";
            archives.Add((url, bytes));
            return petition with { AllDocuments = new Download(url, "ZIP", bytes.Length) };
        }
    }
}
