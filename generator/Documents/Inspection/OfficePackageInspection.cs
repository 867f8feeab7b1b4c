using System.Xml;
using Advocacy.Generator.Documents.Hidden;

namespace Advocacy.Generator.Documents.Inspection;

/// <summary>What Word, Excel and PowerPoint files have in common. Layout: ECMA-376, part 2; part 1, 15.2.</summary>
internal static class OfficePackageInspection
{
    private static readonly (string Element, string Called)[] _properties =
    [
        ("creator", "author"), ("lastModifiedBy", "last modified by"), ("description", "comments"), ("keywords", "tags"),
        ("subject", "subject"), ("category", "category"), ("contentStatus", "status"), ("Manager", "manager"), ("Company", "company"),
        ("HyperlinkBase", "hyperlink base"),
    ];

    private static readonly string[] _propertyParts = ["docProps/core.xml", "docProps/app.xml"];

    public static IEnumerable<HiddenContent> Of(Package package) =>
    [
        .. Parts(package),
        .. package.Parts.Where(part => part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            .Where(part => package.Elements(part).Any(IsLocalLink))
            .Select(_ => Finding.LocalLink),
        .. EmbeddedPictures.In(package),
        .. Properties(package),
    ];

    private static IEnumerable<HiddenContent> Parts(Package package) => package.Parts.Select(part => part switch
    {
        _ when Is(part, "vbaProject", ".bin") || part.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase) => Finding.Macros,
        _ when Is(part, "embeddings/", "") => Finding.EmbeddedFile,
        _ when Is(part, "activeX/", "") => Finding.Controls,
        _ when Is(part, "printerSettings", ".bin") => Finding.Printer,
        _ when Is(part, "customXml/item", ".xml") && !Is(part, "customXml/itemProps", "") && HasOwnData(package, part) => Finding.CustomXml,
        _ => null,
    }).OfType<HiddenContent>();

    private static bool Is(string part, string has, string ending) =>
        part.Contains(has, StringComparison.OrdinalIgnoreCase) && part.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>Word itself puts an empty bibliography into each document.</summary>
    private static bool HasOwnData(Package package, string part)
    {
        using var reader = package.Xml(part);
        return reader is not null
            && !(reader is { LocalName: "Sources", IsEmptyElement: true }
                && reader.NamespaceURI.EndsWith("/bibliography", StringComparison.Ordinal));
    }

    private static bool IsLocalLink(XmlReader element) =>
        element.LocalName == "Relationship" && element.Value("TargetMode") == "External" && XmlParts.IsLocal(element.Value("Target"));

    private static IEnumerable<HiddenContent> Properties(Package package)
    {
        var texts = _propertyParts.SelectMany(part => Texts(package, part))
            .ToLookup(text => text.Element, text => text.Text);
        List<string> named = [.. _properties.Where(property => texts[property.Element].Any()).Select(property => property.Called)];
        if (texts["Template"].Any(template => template.AsSpan().ContainsAny("/\\")))
            named.Add("path of the template");
        if (package.Elements("docProps/custom.xml").Any(element => element.LocalName == "property"))
            named.Add("custom properties");
        if (package.Elements("word/settings.xml").Any(element => element.LocalName == "docVar"))
            named.Add("document variables");
        if (package.XmlBelow("word/people").Concat(package.XmlBelow("xl/persons/")).Concat(package.XmlBelow("ppt/authors"))
            .Concat(package.XmlBelow("ppt/commentAuthors"))
            .Any(part => package.Elements(part).Any(element => element.LocalName is "person" or "author" or "cmAuthor")))
            named.Add("people who worked on it");
        return named.Count > 0 ? [Finding.Properties(named)] : [];
    }

    /// <summary>The elements below the root that have words.</summary>
    private static IEnumerable<(string Element, string Text)> Texts(Package package, string part)
    {
        using var reader = package.Xml(part);
        var element = "";
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
                element = reader.LocalName;
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && reader.Value.Trim().Length > 0)
                yield return (element, reader.Value);
        }
    }
}
