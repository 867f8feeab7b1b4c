using Advocacy.Generator.Documents;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Reading;
using Advocacy.Theme.Content;

namespace Advocacy.Generator.Publishing;

/// <summary>"Download all": one ZIP beside each petition with two documents or more.</summary>
internal sealed class Archives
{
    private readonly Dictionary<Petition, Petition> _made = new(ReferenceEqualityComparer.Instance);

    /// <returns>The site whose petitions have the addresses and sizes of their archives, which go to the output.</returns>
    public Site With(Site site, Attachments attachments, IOutput output)
    {
        foreach (var gone in _made.Keys.Except(site.Petitions, ReferenceEqualityComparer.Instance).Cast<Petition>().ToArray())
            _made.Remove(gone);
        return site with { Petitions = [.. site.Petitions.Select(petition => With(petition, attachments, output))] };
    }

    private Petition With(Petition petition, Attachments attachments, IOutput output)
    {
        var documents = petition.Filings.Select(f => f.Document).OfType<Document>().DistinctBy(d => d.File.Url).ToArray();
        if (documents.Length < 2 || petition.Withdrawn is not null)
            return petition;
        if (_made.TryGetValue(petition, out var made) && output.Keep(made.AllDocuments!.Url[1..]))
            return made;
        (made, var zip) = Make(petition, documents, attachments);
        output.Write(made.AllDocuments!.Url[1..], zip);
        return _made[petition] = made;
    }

    private static (Petition With, byte[] Zip) Make(Petition petition, Document[] documents, Attachments attachments)
    {
        var sources = attachments.FilesOf(petition.Path).ToDictionary(f => f.Url, f => f.File, StringComparer.Ordinal);
        var bytes = DocumentArchive.Zip(documents.Select(d => (Path.GetFileName(d.File.Url), sources[d.File.Url])));
        var slug = petition.Url.TrimEnd('/').Split('/')[^1];
        return (petition with { AllDocuments = new Download($"{petition.Url}{slug}-documents.zip", "ZIP", bytes.Length) }, bytes);
    }
}
