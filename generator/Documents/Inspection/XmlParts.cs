using System.Text.RegularExpressions;
using System.Xml;

namespace Advocacy.Generator.Documents.Inspection;

/// <summary>Walks through XML without keeping it in memory.</summary>
internal static partial class XmlParts
{
    /// <summary>Each element, in the order of the file; only what is asked of it before the next is read.</summary>
    public static IEnumerable<XmlReader> Elements(this Package package, string part)
    {
        using var reader = package.Xml(part);
        for (var more = reader is not null; more; more = reader!.Read())
        {
            if (reader!.NodeType == XmlNodeType.Element)
                yield return reader;
        }
    }

    public static IEnumerable<string> XmlBelow(this Package package, string folder) =>
        package.PartsBelow(folder).Where(part => part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase));

    /// <summary>An attribute by its name, in whatever namespace; empty where there is none.</summary>
    public static string Value(this XmlReader element, string name)
    {
        var value = "";
        for (var more = element.MoveToFirstAttribute(); more && value.Length == 0; more = element.MoveToNextAttribute())
        {
            if (element.LocalName == name)
                value = element.Value;
        }
        element.MoveToElement();
        return value;
    }

    /// <summary>A switch that is on where it says nothing else, as <c>w:vanish</c> is.</summary>
    public static bool IsOn(string value) => value is not ("0" or "false" or "off" or "none");

    /// <summary>Whether an address leads to a file of the computer, or of the network, on which a document was made.</summary>
    public static bool IsLocal(string address) => Local().IsMatch(address);

    [GeneratedRegex(
        @"\A\s*""?(file:|[A-Za-z]:[\\/]|\\\\|/+(Users|home|Volumes|private|tmp|mnt|media)/|(\.\./){3,})", RegexOptions.IgnoreCase)]
    private static partial Regex Local();
}
