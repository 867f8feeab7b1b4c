using System.Collections.Frozen;
using System.Xml;

namespace Advocacy.Generator.Documents.Inspection;

/// <summary>What the styles of an OpenDocument file hide, by the names of the styles.</summary>
internal sealed class OpenDocumentStyles
{
    private const int LongestChain = 20;

    // Styles of content.xml come last: they are the ones that its text names, where a name is there twice.
    private static readonly string[] _parts = ["styles.xml", "content.xml"];

    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FrozenSet<Trait>> _traits = new(StringComparer.Ordinal);

    private enum Trait { Hidden, DarkText, DarkBehind, WhiteText, Color, Behind }

    private OpenDocumentStyles()
    {
    }

    public static OpenDocumentStyles Read(Package package)
    {
        var styles = new OpenDocumentStyles();
        foreach (var part in _parts)
        {
            var name = "";
            foreach (var element in package.Elements(part))
            {
                styles.HasPageColor |= element.LocalName is "page-layout-properties" or "drawing-page-properties" && IsBehind(element);
                if (element.LocalName is "style" or "default-style")
                {
                    name = $"{element.Value("family")}/{element.Value("name")}";
                    styles._parents[name] = $"{element.Value("family")}/{element.Value("parent-style-name")}";
                    styles._traits[name] = [];
                }
                else if (element.LocalName.EndsWith("-properties", StringComparison.Ordinal)
                    && styles._traits.TryGetValue(name, out var traits))
                {
                    styles._traits[name] = traits.Union(TraitsOf(element)).ToFrozenSet();
                }
            }
        }
        return styles;
    }

    /// <summary>Whether pages have another color than white.</summary>
    public bool HasPageColor { get; private set; }

    /// <param name="family">Such as <c>text</c>, <c>table</c>, <c>drawing-page</c>.</param>
    public bool Hides(string family, string style) => Has(family, style, Trait.Hidden);

    public bool Blackens(string family, string style) => Has(family, style, Trait.DarkText) && Has(family, style, Trait.DarkBehind);

    /// <returns>Whether text is white and nothing is behind it; null where the style says no color.</returns>
    public bool? Whitens(string family, string style) =>
        Chain(family, style).FirstOrDefault(traits => traits.Contains(Trait.Color)) is not { } colored ? null
        : colored.Contains(Trait.WhiteText) && !Has(family, style, Trait.Behind);

    private bool Has(string family, string style, Trait trait) => Chain(family, style).Any(traits => traits.Contains(trait));

    /// <summary>What the style says, then those that it is made after.</summary>
    private IEnumerable<FrozenSet<Trait>> Chain(string family, string style)
    {
        var name = $"{family}/{style}";
        for (var i = 0; i < LongestChain && _traits.TryGetValue(name, out var traits); i++)
        {
            yield return traits;
            name = _parents[name];
        }
    }

    private static IEnumerable<Trait> TraitsOf(XmlReader properties)
    {
        if (properties.LocalName is "text-properties" or "table-properties" or "section-properties"
            && properties.Value("display") is "none" or "false"
            || properties.LocalName == "drawing-page-properties" && properties.Value("visibility") == "hidden")
            yield return Trait.Hidden;
        if (properties.LocalName is "text-properties" or "paragraph-properties" && IsBehind(properties))
            yield return Trait.Behind;
        if (properties.LocalName != "text-properties")
            yield break;
        if (properties.Value("color").Length > 0)
            yield return Trait.Color;
        if (string.Equals(properties.Value("color"), "#ffffff", StringComparison.OrdinalIgnoreCase))
            yield return Trait.WhiteText;
        if (RunFormat.IsDark(properties.Value("color").TrimStart('#')))
            yield return Trait.DarkText;
        if (RunFormat.IsDark(properties.Value("background-color").TrimStart('#')))
            yield return Trait.DarkBehind;
    }

    private static bool IsBehind(XmlReader properties) =>
        properties.Value("background-color") is not ("" or "transparent") || properties.Value("fill") is not ("" or "none");
}
