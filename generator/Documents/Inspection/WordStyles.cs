namespace Advocacy.Generator.Documents.Inspection;

/// <summary>The styles of a Word document by their identifiers, as far as they can hide text.</summary>
internal sealed class WordStyles
{
    private const int LongestChain = 20;

    private readonly Dictionary<string, (string? Base, RunFormat Format)> _styles = new(StringComparer.Ordinal);

    private WordStyles()
    {
    }

    public static WordStyles Read(Package package)
    {
        var styles = new WordStyles();
        var id = "";
        foreach (var element in package.Elements("word/styles.xml"))
        {
            if (element.LocalName == "style")
            {
                id = element.Value("styleId");
                styles._styles[id] = (null, RunFormat.None);
            }
            else if (styles._styles.TryGetValue(id, out var style))
            {
                styles._styles[id] = element.LocalName == "basedOn"
                    ? style with { Base = element.Value("val") }
                    : style with { Format = style.Format.With(element) };
            }
        }
        return styles;
    }

    /// <returns>With what it takes from the styles that it is based on.</returns>
    public RunFormat Of(string id)
    {
        var format = RunFormat.None;
        var next = id;
        for (var i = 0; i < LongestChain && next is not null && _styles.TryGetValue(next, out var style); i++)
            (format, next) = (format.Over(style.Format), style.Base);
        return format;
    }
}
