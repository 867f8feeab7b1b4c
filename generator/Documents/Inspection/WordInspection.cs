using System.Collections.Frozen;
using System.Globalization;
using System.Xml;
using Advocacy.Generator.Documents.Hidden;

namespace Advocacy.Generator.Documents.Inspection;

/// <summary>What a Word document holds and does not show. Elements: ECMA-376, part 1, 17.</summary>
internal sealed class WordInspection
{
    private static readonly FrozenSet<string> _changes = new[]
    {
        "ins", "del", "delText", "delInstrText", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange",
        "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "tcPrChange", "trPrChange", "numberingChange",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly WordStyles _styles;
    private readonly bool _hasBackground;
    private readonly List<HiddenContent> _found = [];
    private readonly List<string> _path = [];
    private readonly Stack<TextRun> _runs = new();
    private RunFormat _paragraph = RunFormat.None;
    private string? _cellFill;
    private int _pageBreaks;

    private WordInspection(WordStyles styles, bool hasBackground) => (_styles, _hasBackground) = (styles, hasBackground);

    public static IEnumerable<HiddenContent> Of(Package package)
    {
        string[] parts = [.. package.XmlBelow("word/").Where(part => !part.EndsWith("/styles.xml", StringComparison.OrdinalIgnoreCase))];
        if (parts.Length == 0)
            return [];
        var styles = WordStyles.Read(package);
        var hasBackground = package.Elements("word/document.xml").Any(element => element.LocalName == "background");
        return parts.SelectMany(part => new WordInspection(styles, hasBackground).Read(package, part));
    }

    /// <summary>A page is known where Word has noted the breaks when it last showed them.</summary>
    private string Place => _pageBreaks > 0 ? string.Create(CultureInfo.InvariantCulture, $"page {_pageBreaks + 1}") : "";

    private List<HiddenContent> Read(Package package, string part)
    {
        using var reader = package.Xml(part);
        for (var more = reader is not null; more; more = reader!.Read())
        {
            switch (reader!.NodeType)
            {
                case XmlNodeType.Element when IsWord(reader):
                    Begin(reader);
                    if (reader.IsEmptyElement)
                        End(reader.LocalName);
                    else
                        _path.Add(reader.LocalName);
                    break;
                case XmlNodeType.Element when reader.LocalName is "docPr" or "cNvPr" && reader.Value("hidden") is "1" or "true":
                    _found.Add(Finding.HiddenObject(Place));
                    break;
                case XmlNodeType.EndElement when IsWord(reader):
                    _path.RemoveAt(_path.Count - 1);
                    End(reader.LocalName);
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace when _path is [.., "t"] && _runs.TryPeek(out var run):
                    run.HasText |= !string.IsNullOrWhiteSpace(reader.Value);
                    break;
                case XmlNodeType.Text when _path is [.., "instrText"] && LeadsToLocalFile(reader.Value):
                    _found.Add(Finding.LocalLink);
                    break;
            }
        }
        return _found;
    }

    private static bool IsWord(XmlReader reader) => reader.NamespaceURI.EndsWith("/wordprocessingml/main", StringComparison.Ordinal)
        || reader.NamespaceURI.EndsWith("/wordprocessingml/2006/main", StringComparison.Ordinal);

    /// <summary>A field such as <c>INCLUDEPICTURE "C:\\…"</c>.</summary>
    private static bool LeadsToLocalFile(string instruction) =>
        instruction.Split('"', ' ').Any(word => XmlParts.IsLocal(word.Replace(@"\\", @"\", StringComparison.Ordinal)) && word.Length > 3);

    private void Begin(XmlReader element)
    {
        var name = element.LocalName;
        if (_changes.Contains(name))
            _found.Add(Finding.TrackedChanges(Place));
        switch (name)
        {
            case "comment":
                _found.Add(Finding.Comments());
                break;
            case "lastRenderedPageBreak":
                _pageBreaks++;
                break;
            case "p":
                _paragraph = RunFormat.None;
                break;
            case "pStyle":
                _paragraph = _paragraph.Over(_styles.Of(element.Value("val")));
                break;
            case "shd" when _path is [.., "pPr"]:
                _paragraph = _paragraph with { Fill = RunFormat.FillOf(element) };
                break;
            case "shd" when _path is [.., "tcPr"]:
                _cellFill = RunFormat.FillOf(element);
                break;
            case "tc":
                _cellFill = null;
                break;
            case "r":
                _runs.Push(new TextRun());
                break;
            case "rStyle" when _path is [.., "r", "rPr"]:
                _runs.Peek().Style = _styles.Of(element.Value("val"));
                break;
            case var _ when _path is [.., "r", "rPr"] && _runs.TryPeek(out var run):
                run.Format = run.Format.With(element);
                break;
        }
    }

    private void End(string name)
    {
        if (name != "r" || !_runs.TryPop(out var run) || !run.HasText)
            return;
        var format = run.Format.Over(run.Style).Over(_paragraph);
        if (format.Hidden == true)
            _found.Add(Finding.HiddenText(Place));
        else if (IsBlackened(format))
            _found.Add(Finding.Blackened(Place));
        else if (IsWhiteOnWhite(format))
            _found.Add(Finding.WhiteText(Place));
    }

    /// <summary>Text without a color of its own turns white on a dark shade, but not under a highlight.</summary>
    private bool IsBlackened(RunFormat format) =>
        format.Highlight == "black" && (format.Color is null || RunFormat.IsDark(format.Color))
        || RunFormat.IsDark(format.Fill ?? _cellFill) && RunFormat.IsDark(format.Color);

    /// <summary>Only where nothing behind it can be of another color: not in tables, whose styles have shades, nor in text boxes.</summary>
    private bool IsWhiteOnWhite(RunFormat format) =>
        string.Equals(format.Color, "FFFFFF", StringComparison.OrdinalIgnoreCase)
        && format.Fill is null && format.Highlight is null && !_hasBackground
        && !_path.Contains("tbl") && !_path.Contains("txbxContent");

    private sealed class TextRun
    {
        public RunFormat Format { get; set; } = RunFormat.None;
        public RunFormat Style { get; set; } = RunFormat.None;
        public bool HasText { get; set; }
    }
}
