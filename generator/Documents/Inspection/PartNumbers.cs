using System.Xml;

namespace Advocacy.Generator.Documents.Inspection;

/// <summary>Which sheet or slide a part is, as a reader counts them.</summary>
internal static class PartNumbers
{
    /// <param name="owner">A part that lists others by the identifiers of its relationships, such as <c>xl/workbook.xml</c>.</param>
    /// <param name="item">The element of its list.</param>
    /// <returns>Numbers from 1, by the paths of parts.</returns>
    public static Dictionary<string, int> Of(Package package, string owner, string item)
    {
        var folder = owner[..(owner.LastIndexOf('/') + 1)];
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var relationship in package.Elements($"{folder}_rels/{owner[folder.Length..]}.rels")
            .Where(element => element.LocalName == "Relationship"))
            targets[relationship.Value("Id")] = relationship.Value("Target");

        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (i, id) in package.Elements(owner).Where(element => element.LocalName == item).Select(IdOf).Index())
        {
            if (targets.TryGetValue(id, out var target))
                numbers[target.StartsWith('/') ? target[1..] : folder + target] = i + 1;
        }
        return numbers;

        // A slide has a number by the same name, without a namespace.
        static string IdOf(XmlReader element) =>
            element.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
            ?? element.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships") ?? "";
    }

    /// <returns>Such as <c>sheet 2</c>; empty for a part that is not listed.</returns>
    public static string PlaceOf(this Dictionary<string, int> numbers, string part, string called) =>
        numbers.TryGetValue(part, out var number) ? FormattableString.Invariant($"{called} {number}") : "";
}
