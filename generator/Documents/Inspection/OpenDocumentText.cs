using System.Xml;
using Advocacy.Generator.Documents.Hidden;

namespace Advocacy.Generator.Documents.Inspection;

/// <summary>Walks through the text, sheets and slides of an OpenDocument file.</summary>
internal sealed class OpenDocumentText(OpenDocumentStyles styles)
{
    private readonly List<HiddenContent> _found = [];

    /// <summary>What is open, each with what is wrong with the words in it.</summary>
    private readonly Stack<(string Element, HiddenContent? OfWords, bool? IsWhite)> _open = new();

    private readonly List<(int First, int Last)> _hiddenColumns = [];
    private int _sheet;
    private int _slide;
    private int _column;

    public List<HiddenContent> Read(Package package, string part)
    {
        using var reader = package.Xml(part);
        for (var more = reader is not null; more; more = reader!.Read())
        {
            switch (reader!.NodeType)
            {
                case XmlNodeType.Element:
                    var ofWords = Begin(reader);
                    if (!reader.IsEmptyElement)
                        _open.Push((reader.LocalName, ofWords, IsWhite(reader)));
                    break;
                case XmlNodeType.EndElement:
                    _open.TryPop(out _);
                    break;
                case XmlNodeType.Text when !string.IsNullOrWhiteSpace(reader.Value):
                    _found.AddRange(_open.Select(open => open.OfWords).OfType<HiddenContent>());
                    if (IsWhiteOnWhite())
                        _found.Add(Finding.WhiteText());
                    break;
            }
        }
        return _found;
    }

    /// <returns>What is wrong with the words in the element.</returns>
    private HiddenContent? Begin(XmlReader element)
    {
        var style = element.Value("style-name");
        switch (element.LocalName)
        {
            case "changed-region" or "insertion" or "deletion" or "cell-content-change" or "movement" when IsTracked():
                _found.Add(Finding.TrackedChanges());
                return null;
            case "annotation":
                _found.Add(Finding.Comments());
                return null;
            case "hidden-text" or "hidden-paragraph":
                _found.Add(Finding.HiddenText());
                return null;
            case "section" when element.Value("display") is "none" or "condition":
                return Finding.HiddenText();
            case "p" or "h":
                return OfText("paragraph", style);
            case "span":
                return OfText("text", style);
            case "table":
                _hiddenColumns.Clear();
                _column = 0;
                if (styles.Hides("table", style))
                    _found.Add(Finding.HiddenSheet(FormattableString.Invariant($"sheet {_sheet + 1}")));
                _sheet++;
                return null;
            case "table-column":
                var first = _column;
                _column += Repeated(element, "number-columns-repeated");
                if (IsCollapsed(element))
                    _hiddenColumns.Add((first, _column - 1));
                return null;
            case "table-row":
                _column = 0;
                return IsCollapsed(element) ? HiddenCells() : null;
            case "table-cell":
                var cell = _column;
                _column += Repeated(element, "number-columns-repeated");
                return _hiddenColumns.Any(hidden => cell <= hidden.Last && _column > hidden.First) ? HiddenCells() : null;
            case "page" when element.NamespaceURI.Contains("drawing", StringComparison.Ordinal):
                _slide++;
                if (styles.Hides("drawing-page", style))
                    _found.Add(Finding.HiddenSlide(FormattableString.Invariant($"slide {_slide}")));
                return null;
            case "notes" when _slide > 0 && element.NamespaceURI.Contains("presentation", StringComparison.Ordinal):
                return Finding.SpeakerNotes();
            default:
                return null;
        }
    }

    private HiddenContent? OfText(string family, string style) =>
        styles.Hides(family, style) ? Finding.HiddenText()
        : styles.Blackens(family, style) ? Finding.Blackened()
        : null;

    private bool? IsWhite(XmlReader element) => element.LocalName switch
    {
        "p" or "h" => styles.Whitens("paragraph", element.Value("style-name")),
        "span" => styles.Whitens("text", element.Value("style-name")),
        _ => null,
    };

    /// <summary>Only in the text of a letter: cells, frames and shapes may have a color of their own.</summary>
    private bool IsWhiteOnWhite() => !styles.HasPageColor
        && _open.Select(open => open.IsWhite).FirstOrDefault(white => white is not null) == true
        && _open.Any(open => open.Element == "text")
        && !_open.Any(open => open.Element is "table" or "frame" or "text-box" or "custom-shape" or "rect" or "g");

    private bool IsTracked() => _open.Any(open => open.Element == "tracked-changes");

    private HiddenContent HiddenCells() => Finding.HiddenCells(FormattableString.Invariant($"sheet {_sheet}"));

    private static bool IsCollapsed(XmlReader element) => element.Value("visibility") is "collapse" or "filter";

    private static int Repeated(XmlReader element, string attribute) =>
        int.TryParse(element.Value(attribute), out var times) && times is > 0 and < 1 << 20 ? times : 1;
}
