using System.Xml;
using Advocacy.Generator.Documents.Hidden;

namespace Advocacy.Generator.Documents.Inspection;

/// <summary>What an EPUB holds and does not show. Elements: EPUB 3.3, 5.</summary>
internal static class BookInspection
{
    /// <summary>The author and the publisher stand on a book's cover; these do not.</summary>
    private static readonly string[] _properties = ["contributor", "source", "relation", "coverage"];

    public static IEnumerable<HiddenContent> Of(Package package) =>
    [
        .. EmbeddedPictures.In(package),
        .. package.Parts.Where(IsText).Where(part => HasComments(package, part)).Take(1).Select(_ => Finding.SourceComments),
        .. package.Parts.Where(part => Is(part, ".opf"))
            .Select(part => package.Elements(part).Select(element => element.LocalName).Where(_properties.Contains).Distinct().ToArray())
            .Where(named => named.Length > 0)
            .Select(Finding.Properties),
    ];

    private static bool IsText(string part) =>
        Is(part, ".xhtml") || Is(part, ".html") || Is(part, ".htm") || Is(part, ".opf") || Is(part, ".ncx");

    private static bool Is(string part, string ending) => part.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static bool HasComments(Package package, string part)
    {
        using var reader = package.Xml(part);
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Comment)
                return true;
        }
        return false;
    }
}
