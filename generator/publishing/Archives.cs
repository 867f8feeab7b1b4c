using System.Collections.Immutable;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Reading;
using Advocacy.Theme.Content;

namespace Advocacy.Generator.Publishing;

/// <summary>"Download all": one ZIP beside each petition with two documents or more, whatever the language of the page.</summary>
internal sealed class Archives
{
    private Dictionary<Petition, Download> _made = new(ReferenceEqualityComparer.Instance);

    /// <returns>The editions with the addresses and sizes of the archives, which go to the output. One is made anew where its petition is.</returns>
    public ImmutableArray<Site> With(ImmutableArray<Site> editions, Attachments attachments, IOutput output)
    {
        var before = _made;
        _made = new(ReferenceEqualityComparer.Instance);
        var archives = new Dictionary<string, Download>(StringComparer.Ordinal);
        return [.. editions.Select(site => site with { Petitions = [.. site.Petitions.Select(With)] })];

        Petition With(Petition petition)
        {
            var documents = petition.Filings.Select(f => f.Document).OfType<Document>().DistinctBy(d => d.File.Url).ToArray();
            if (documents.Length < 2 || petition.Withdrawn is not null)
                return petition;
            var url = $"{petition.Original}{petition.Original.TrimEnd('/').Split('/')[^1]}-documents.zip";
            if (!archives.TryGetValue(url, out var archive))
            {
                archive = before.GetValueOrDefault(petition) is { } kept && output.Keep(url[1..]) ? kept : Make(url, petition, documents);
                archives.Add(url, _made[petition] = archive);
            }
            return petition with { AllDocuments = archive };
        }

        Download Make(string url, Petition petition, Document[] documents)
        {
            var sources = attachments.FilesOf(petition.Path).ToDictionary(f => f.Url, f => f.File, StringComparer.Ordinal);
            var bytes = DocumentArchive.Zip(documents.Select(d => (Path.GetFileName(d.File.Url), sources[d.File.Url])));
            output.Write(url[1..], bytes);
            return new Download(url, "ZIP", bytes.Length);
        }
    }
}
