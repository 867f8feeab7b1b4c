using System.Xml;
using Advocacy.Generator.Documents.Painting;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Advocacy.Generator.Documents.Hidden;

/// <summary>
/// What the properties of a file say of the people and machines that made it: the information dictionary and XMP (ISO 32000-1, 14.3).
/// </summary>
internal sealed class Properties(PdfDocument pdf, PdfObjects objects)
{
    private const int MostXmp = 4_000_000;

    /// <summary>Its name can be somebody's.</summary>
    private const string OwnField = "a field that a program or a person added";

    /// <summary>Of the information dictionary: they name programs and dates, and a title that readers are shown.</summary>
    private static readonly HashSet<string> _harmless =
    [
        "Title", "Subject", "Keywords", "Producer", "Creator", "CreationDate", "ModDate", "Trapped",
        "GTS_PDFXVersion", "GTS_PDFXConformance", "GTS_PDFA1Version",
    ];

    /// <summary>Of XMP, by their local names.</summary>
    private static readonly Dictionary<string, string> _personal = new(StringComparer.OrdinalIgnoreCase)
    {
        ["creator"] = "author",
        ["contributor"] = "contributor",
        ["Author"] = "author",
        ["Company"] = "company",
        ["Manager"] = "manager",
        ["LastModifiedBy"] = "last author",
        ["AuthorsPosition"] = "author's position",
        ["CaptionWriter"] = "caption writer",
        ["CreatorContactInfo"] = "contact of the author",
        ["filePath"] = "path of a file",
        ["fromPart"] = "path of a file",
        ["toPart"] = "path of a file",
        ["GPSLatitude"] = "place (GPS)",
        ["GPSLongitude"] = "place (GPS)",
        ["SerialNumber"] = "serial number of a camera",
        ["OwnerName"] = "owner of a camera",
        ["CameraOwnerName"] = "owner of a camera",
        ["BodySerialNumber"] = "serial number of a camera",
    };

    public IEnumerable<HiddenContent> Find()
    {
        var fields = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, token) in Information())
        {
            var text = (objects.Follow(token) as IDataToken<string>)?.Data;
            if (string.IsNullOrWhiteSpace(text))
                continue;
            if (!_harmless.Contains(name))
                fields.Add(name.ToLowerInvariant() is "author" or "company" or "manager" ? name.ToLowerInvariant() : OwnField);
            if (IsPath(text))
                fields.Add("path of a file");
        }
        fields.UnionWith(OfXmp());
        if (fields.Count > 0)
            yield return new(false, "", $"says in its properties: {string.Join(", ", fields)}",
                "empty the fields that readers should not have, in the program it was made with, and export it again");
    }

    private IEnumerable<KeyValuePair<string, IToken>> Information() =>
        pdf.Information.DocumentInformationDictionary?.Data ?? (IEnumerable<KeyValuePair<string, IToken>>)[];

    private HashSet<string> OfXmp()
    {
        if (objects.Entry<StreamToken>(objects.Catalog, "Metadata") is null || !pdf.TryGetXmpMetadata(out var metadata))
            return [];
        var bytes = metadata!.GetXmlBytes().ToArray();
        return bytes.Length > MostXmp ? [] : Fields(bytes);
    }

    private static HashSet<string> Fields(byte[] xmp)
    {
        var fields = new HashSet<string>();
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(xmp), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
            });
            var open = new Stack<string>();
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        for (var has = reader.MoveToFirstAttribute(); has; has = reader.MoveToNextAttribute())
                            Add(reader.LocalName, reader.Value);
                        reader.MoveToElement();
                        if (!reader.IsEmptyElement)
                            open.Push(reader.LocalName);
                        break;
                    case XmlNodeType.EndElement:
                        open.TryPop(out _);
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA:
                        foreach (var name in open)
                            Add(name, reader.Value);
                        break;
                }
            }
        }
        // What no program can read, no program shows.
        catch (XmlException)
        {
        }
        return fields;

        void Add(string name, string value)
        {
            if (!string.IsNullOrWhiteSpace(value) && _personal.TryGetValue(name, out var field))
                fields.Add(field);
            else if (IsPath(value))
                fields.Add("path of a file");
        }
    }

    private static bool IsPath(string text) =>
        text.Contains(":\\", StringComparison.Ordinal) || text.StartsWith("\\\\", StringComparison.Ordinal)
        || text.Contains("/Users/", StringComparison.OrdinalIgnoreCase) || text.Contains("/home/", StringComparison.Ordinal)
        || text.Contains("file://", StringComparison.OrdinalIgnoreCase);
}
