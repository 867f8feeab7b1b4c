using System.Xml;
using Advocacy.Generator.Documents.Hidden;

namespace Advocacy.Generator.Documents.Inspection;

/// <summary>What a file of LibreOffice holds and does not show. Elements: OpenDocument 1.4, part 3.</summary>
internal static class OpenDocumentInspection
{
    private static readonly (string Element, string Called)[] _properties =
    [
        ("initial-creator", "author"), ("creator", "last modified by"), ("printed-by", "printed by"), ("description", "comments"),
        ("keyword", "keywords"), ("subject", "subject"), ("contributor", "contributor"), ("user-defined", "custom properties"),
    ];

    public static IEnumerable<HiddenContent> Of(Package package)
    {
        if (!package.Has("content.xml"))
            return [];
        var styles = OpenDocumentStyles.Read(package);
        string[] texts = [.. package.Parts.Where(part => part is "content.xml" or "styles.xml"
            || part.EndsWith("/content.xml", StringComparison.Ordinal))];
        return
        [
            .. Parts(package),
            .. texts.SelectMany(part => new OpenDocumentText(styles).Read(package, part)),
            .. package.Parts.Where(part => part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
                .Where(part => package.Elements(part).Any(element => XmlParts.IsLocal(element.Value("href")))).Take(1)
                .Select(_ => Finding.LocalLink),
            .. EmbeddedPictures.In(package),
            .. Properties(package),
        ];
    }

    private static IEnumerable<HiddenContent> Parts(Package package)
    {
        // LibreOffice writes the catalogs of libraries even where these are empty.
        if (package.PartsBelow("Basic/").Any(part => Path.GetFileName(part) is not ("script-lc.xml" or "script-lb.xml"))
            || package.PartsBelow("Scripts/").Any())
            yield return Finding.Macros;
        if (package.PartsBelow("Versions/").Any() || package.Has("VersionList.xml"))
            yield return Finding.EarlierVersions;
        if (package.Elements("META-INF/manifest.xml").Where(element => element.LocalName == "file-entry")
            .Any(entry => entry.Value("full-path") != "/" && IsWholeDocument(entry.Value("media-type"))))
            yield return Finding.EmbeddedFile;
        if (HasPrinter(package))
            yield return Finding.Printer;
    }

    /// <summary>Formulas and charts are embedded, too, and hold no more than they show.</summary>
    private static bool IsWholeDocument(string mediaType) => mediaType is
        "application/vnd.oasis.opendocument.text" or "application/vnd.oasis.opendocument.spreadsheet"
        or "application/vnd.oasis.opendocument.presentation" or "application/vnd.oasis.opendocument.graphics"
        or "application/vnd.oasis.opendocument.database" or "application/vnd.sun.star.oleobject";

    private static bool HasPrinter(Package package)
    {
        using var reader = package.Xml("settings.xml");
        var isPrinter = false;
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
                isPrinter = reader.LocalName == "config-item" && reader.Value("name") == "PrinterName";
            else if (reader.NodeType == XmlNodeType.Text && isPrinter)
                return true;
        }
        return false;
    }

    private static IEnumerable<HiddenContent> Properties(Package package)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        using var reader = package.Xml("meta.xml");
        var element = "";
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
                element = reader.LocalName;
            if (reader.NodeType == XmlNodeType.Element && element == "template")
                named.Add("template");
            else if (reader.NodeType == XmlNodeType.Text && _properties.FirstOrDefault(p => p.Element == element).Called is { } called)
                named.Add(called);
        }
        return named.Count > 0 ? [Finding.Properties(named)] : [];
    }
}
