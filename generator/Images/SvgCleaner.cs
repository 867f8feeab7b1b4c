using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Advocacy.Generator.Images;

/// <summary>
/// Takes out of an SVG what drawing programs leave in it, and refuses one that does more than draw: that runs scripts or loads from
/// elsewhere. Elements: SVG 2, appendix I.
/// </summary>
internal sealed partial class SvgCleaner
{
    private const string Svg = "http://www.w3.org/2000/svg";
    private const string XLink = "http://www.w3.org/1999/xlink";
    private const string Xml = "http://www.w3.org/XML/1998/namespace";
    private const string Namespaces = "http://www.w3.org/2000/xmlns/";
    private const string Plain = "export it as plain SVG from the program it was made with";

    private static readonly FrozenSet<string> _drawing = """
        animate animateMotion animateTransform circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite
        feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
        feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
        filter g image line linearGradient marker mask mpath path pattern polygon polyline radialGradient rect set stop style svg switch
        symbol text textPath title tspan use view
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private readonly XmlReader _reader;
    private readonly XmlWriter _writer;
    private bool _isChanged;

    /// <summary>Of the style sheet that is open; null outside of one. XML can cut it into pieces anywhere.</summary>
    private StringBuilder? _css;

    private SvgCleaner(XmlReader reader, XmlWriter writer) => (_reader, _writer) = (reader, writer);

    /// <summary>Whether the file begins as XML does, after spaces and a byte order mark.</summary>
    public static bool Is(ReadOnlySpan<byte> bytes) =>
        bytes.TrimStart<byte>([0xEF, 0xBB, 0xBF, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n']) is [(byte)'<', ..];

    /// <returns>The file itself where nothing has to go.</returns>
    public static ImageResult Clean(byte[] bytes)
    {
        var whole = new MemoryStream();
        bool isChanged;
        try
        {
            // Without a resolver nothing is fetched, and what a document type declares is not read.
            using var reader = XmlReader.Create(
                new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            using (var writer = XmlWriter.Create(
                whole,
                new XmlWriterSettings
                {
                    OmitXmlDeclaration = true,
                    Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                    NewLineHandling = NewLineHandling.None,
                }))
            {
                var cleaner = new SvgCleaner(reader, writer);
                if (cleaner.Copy() is { } problem)
                    return problem;
                isChanged = cleaner._isChanged;
            }
            return new CleanImage(isChanged ? whole.ToArray() : bytes);
        }
        // Also for an entity: no document type is read, so that none is known.
        catch (XmlException)
        {
            return new InvalidImage("is not a whole SVG, or uses entities of its own", Plain);
        }
    }

    /// <returns>Null where all of it could be copied.</returns>
    private InvalidImage? Copy()
    {
        var more = _reader.Read();
        while (more)
        {
            var skips = false;
            switch (_reader.NodeType)
            {
                case XmlNodeType.ProcessingInstruction when _reader.Name == "xml-stylesheet":
                    return Loads();
                case XmlNodeType.Element when _reader.Depth == 0 && (_reader.NamespaceURI != Svg || _reader.LocalName != "svg"):
                    return new InvalidImage("is not an SVG", "save it as SVG");
                case XmlNodeType.Element when _reader.NamespaceURI != Svg || _reader.LocalName == "metadata":
                    skips = _isChanged = true;
                    break;
                case XmlNodeType.Element:
                    if (CopyElement() is { } problem)
                        return problem;
                    if (_reader.LocalName == "style" && !_reader.IsEmptyElement)
                        _css = new StringBuilder();
                    break;
                case XmlNodeType.EndElement:
                    if (CopyStyleSheet() is { } styleProblem)
                        return styleProblem;
                    _writer.WriteFullEndElement();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    CopyText();
                    break;
                case XmlNodeType.Comment or XmlNodeType.ProcessingInstruction or XmlNodeType.DocumentType:
                    _isChanged = true;
                    break;
            }
            if (skips)
                _reader.Skip();
            more = skips ? !_reader.EOF : _reader.Read();
        }
        return null;
    }

    private void CopyText()
    {
        if (_css is not null)
            _css.Append(_reader.Value);
        else if (_reader.Depth > 0)
            _writer.WriteString(_reader.Value);
    }

    private InvalidImage? CopyStyleSheet()
    {
        if (_css is null)
            return null;
        var css = WithoutComments(_css.ToString());
        _css = null;
        _writer.WriteString(css);
        return StyleProblem(css);
    }

    private InvalidImage? CopyElement()
    {
        var name = _reader.LocalName;
        if (name == "script")
            return Runs();
        if (!_drawing.Contains(name) || _css is not null)
            return new InvalidImage($"has <{name}> inside, which a picture does not need", Plain);
        _writer.WriteStartElement("", name, Svg);
        for (var more = _reader.MoveToFirstAttribute(); more; more = _reader.MoveToNextAttribute())
        {
            if (CopyAttribute() is { } problem)
                return problem;
        }
        _reader.MoveToElement();
        if (_reader.IsEmptyElement)
            _writer.WriteEndElement();
        return null;
    }

    private InvalidImage? CopyAttribute()
    {
        var (name, space, value) = (_reader.LocalName, _reader.NamespaceURI, _reader.Value);
        if (space == Namespaces)
        {
            // Those of the program that drew it may hold a path; unused, they draw nothing.
            _isChanged |= value is not (Svg or XLink);
            return null;
        }
        if (space == XLink && name != "href" || space == Xml && name == "base" || space is not ("" or XLink or Xml)
            || name.StartsWith("data-", StringComparison.OrdinalIgnoreCase))
        {
            _isChanged = true;
            return null;
        }
        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            || name == "attributeName" && (value.Contains("href", StringComparison.OrdinalIgnoreCase)
                || value.TrimStart().StartsWith("on", StringComparison.OrdinalIgnoreCase)))
            return Runs();
        if (name == "href")
        {
            if (Reference(value.Trim()) is not { } reference)
                return Loads();
            _isChanged |= reference != value;
            _writer.WriteAttributeString(space == XLink ? "xlink" : "", name, space, reference);
            return null;
        }
        if (name == "style")
            value = WithoutComments(value);
        if (name is not ("id" or "class") && Escape(value) is { } problem)
            return problem;
        if (name == "style" && StyleProblem(value) is { } styleProblem
            || name == "display" && value.Trim() == "none" && (styleProblem = Hides()) is not null)
            return styleProblem;
        _writer.WriteAttributeString(space == Xml ? "xml" : "", name, space, value);
        return null;
    }

    private string WithoutComments(string css)
    {
        var clean = CssComment().Replace(css, " ");
        _isChanged |= clean != css;
        return clean;
    }

    /// <returns>The reference without what its picture hides; null where it leads out of the file.</returns>
    private static string? Reference(string href)
    {
        if (href.StartsWith('#'))
            return href;
        if (EmbeddedPicture().Match(href) is not { Success: true } match)
            return null;
        var bytes = new byte[href.Length];
        return Convert.TryFromBase64String(match.Groups["base64"].Value, bytes, out var length)
            && OriginalImage.Clean(bytes[..length]) is CleanImage clean
            ? $"data:{clean.MediaType};base64,{Convert.ToBase64String(clean.Bytes)}"
            : null;
    }

    private static InvalidImage? StyleProblem(string css) => Escape(css) ?? (Hidden().IsMatch(css) ? Hides() : null);

    /// <summary>CSS can load by itself, and can write any letter as an escape.</summary>
    private static InvalidImage? Escape(string css) =>
        css.Contains('\\', StringComparison.Ordinal) || Outside().IsMatch(css) ? Loads() : null;

    private static InvalidImage Runs() => new("runs a script", Plain);

    private static InvalidImage Loads() => new("loads something from outside of itself", $"put it into the picture, and {Plain}");

    private static InvalidImage Hides() => new("has a hidden part, which anyone can show", "delete what is hidden, and export it again");

    [GeneratedRegex(@"/\*.*?(\*/|\z)", RegexOptions.Singleline)]
    private static partial Regex CssComment();

    [GeneratedRegex(@"@import|image-set\s*\(|url\s*\(\s*[""']?\s*(?![""'#\s])|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Outside();

    [GeneratedRegex(@"\b(display\s*:\s*none|visibility\s*:\s*hidden)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"\Adata:image/(png|jpe?g|webp);base64,(?<base64>[A-Za-z0-9+/=\s]+)\z", RegexOptions.IgnoreCase)]
    private static partial Regex EmbeddedPicture();
}
