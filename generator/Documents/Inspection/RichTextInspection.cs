using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Advocacy.Generator.Documents.Hidden;

namespace Advocacy.Generator.Documents.Inspection;

/// <summary>What an RTF file holds and does not show. Control words: Rich Text Format Specification 1.9.1.</summary>
internal sealed class RichTextInspection
{
    private const int Deepest = 1000;

    /// <summary>Groups whose words are no text of the document.</summary>
    private static readonly FrozenSet<string> _tables = new[]
    {
        "fonttbl", "colortbl", "stylesheet", "listtable", "listoverridetable", "rsidtbl", "info", "revtbl", "xe", "tc", "pict", "fldinst",
        "generator", "themedata", "colorschememapping", "latentstyles", "datastore", "objdata", "bkmkstart", "bkmkend", "xmlnstbl",
        "template",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Tables, shapes, shaded paragraphs, backgrounds: where one is, white text may stand on another color.</summary>
    private static readonly string[] _shades = ["\\trowd", "\\shp", "\\cbpat", "\\background"];

    private static readonly Dictionary<string, string> _properties = new(StringComparer.Ordinal)
    {
        ["author"] = "author", ["operator"] = "last modified by", ["manager"] = "manager", ["company"] = "company",
        ["doccomm"] = "comments",
        ["comment"] = "comments", ["keywords"] = "keywords", ["subject"] = "subject", ["category"] = "category",
        ["userprops"] = "custom properties", ["docvar"] = "document variables", ["revtbl"] = "people who worked on it",
    };

    private readonly string _rtf;
    private readonly bool _hasShades;
    private readonly List<HiddenContent> _found = [];
    private readonly SortedSet<string> _named = new(StringComparer.Ordinal);
    private readonly Stack<Group> _outer = new();
    private readonly List<(int Red, int Green, int Blue)?> _colors = [];
    private readonly StringBuilder _words = new();
    private (int Red, int Green, int Blue)? _color;
    private Group _group = new();
    private int _at;

    private RichTextInspection(string rtf)
    {
        _rtf = rtf;
        _hasShades = _shades.Any(word => rtf.Contains(word, StringComparison.Ordinal));
    }

    /// <param name="rtf">A letter for each byte.</param>
    public static IEnumerable<HiddenContent> Of(string rtf) => new RichTextInspection(rtf).Read();

    private List<HiddenContent> Read()
    {
        while (_at < _rtf.Length)
        {
            switch (_rtf[_at++])
            {
                case '{' when _outer.Count < Deepest:
                    EndWords();
                    _outer.Push(_group);
                    _group = _group with { IsFirst = true };
                    break;
                case '}':
                    EndWords();
                    if (_outer.TryPop(out var outer))
                        _group = outer;
                    break;
                case '\\':
                    ReadControl();
                    break;
                case '\r' or '\n':
                    break;
                case var letter:
                    _words.Append(letter);
                    break;
            }
        }
        EndWords();
        if (_named.Count > 0)
            _found.Add(Finding.Properties(_named));
        return _found;
    }

    private void ReadControl()
    {
        if (_at >= _rtf.Length)
            return;
        var start = _at;
        while (_at < _rtf.Length && char.IsAsciiLetter(_rtf[_at]))
            _at++;
        if (_at == start)
        {
            ReadSymbol(_rtf[_at++]);
            return;
        }
        var word = _rtf[start.._at];
        start = _at;
        if (_at < _rtf.Length && _rtf[_at] == '-')
            _at++;
        while (_at < _rtf.Length && char.IsAsciiDigit(_rtf[_at]))
            _at++;
        int? number = int.TryParse(_rtf.AsSpan(start, _at - start), CultureInfo.InvariantCulture, out var given) ? given : null;
        if (_at < _rtf.Length && _rtf[_at] == ' ')
            _at++;
        EndWords();
        Apply(word, number);
        _group = _group with { IsFirst = false, IsOptional = false };
    }

    private void ReadSymbol(char symbol)
    {
        if (symbol == '*')
            _group = _group with { IsOptional = true };
        else if (symbol == '\'')
        {
            _words.Append('x');
            _at = Math.Min(_at + 2, _rtf.Length);
        }
        else
            _words.Append(symbol is '\\' or '{' or '}' ? symbol : ' ');
    }

    private void Apply(string word, int? number)
    {
        if (_group.IsFirst)
            BeginGroup(word);
        switch (word)
        {
            case "bin":
                _at = Math.Min(_rtf.Length, _at + Math.Max(0, number ?? 0));
                break;
            case "v":
                _group = _group with { Hidden = number != 0 };
                break;
            case "deleted" or "revised" when number != 0:
                _group = _group with { Changed = true };
                break;
            case "deleted" or "revised":
                _group = _group with { Changed = false };
                break;
            case "cf":
                _group = _group with { Color = number ?? 0 };
                break;
            case "highlight" or "cb" or "chcbpat":
                _group = _group with { Behind = number ?? 0 };
                break;
            case "plain":
                _group = _group with { Hidden = false, Changed = false, Color = 0, Behind = 0 };
                break;
            case "red":
                _color = (number ?? 0, _color?.Green ?? 0, _color?.Blue ?? 0);
                break;
            case "green":
                _color = (_color?.Red ?? 0, number ?? 0, _color?.Blue ?? 0);
                break;
            case "blue":
                _color = (_color?.Red ?? 0, _color?.Green ?? 0, number ?? 0);
                break;
            case "u":
                _words.Append('x');
                break;
        }
    }

    private void BeginGroup(string word)
    {
        _group = _group with
        {
            Name = _group.IsOptional || _tables.Contains(word) || _properties.ContainsKey(word) ? word : _group.Name,
            IsText = _group.IsText && !_tables.Contains(word) && !(_group.IsOptional && word is not ("shppict" or "shptxt" or "shpinst")),
        };
        if (word is "annotation" or "atnid" or "atnauthor")
            _found.Add(Finding.Comments());
        else if (word is "object" or "objdata")
            _found.Add(Finding.EmbeddedFile);
    }

    private void EndWords()
    {
        var words = _words.ToString();
        _words.Clear();
        if (_group.Name == "colortbl")
            ReadColors(words);
        else if (_group.Name == "pict")
            _found.AddRange(EmbeddedPictures.Of(Hexadecimal(words)));
        if (string.IsNullOrWhiteSpace(words))
            return;
        if (_properties.TryGetValue(_group.Name, out var called))
            _named.Add(called);
        if (_group.Name is "template" or "fldinst" && LeadsToLocalFile(words))
            _found.Add(Finding.LocalLink);
        else if (_group.Name == "template")
            _named.Add("template");
        if (!_group.IsText)
            return;
        if (_group.Changed)
            _found.Add(Finding.TrackedChanges());
        else if (_group.Hidden)
            _found.Add(Finding.HiddenText());
        else if (IsDark(_group.Behind) && (_group.Color == 0 || IsDark(_group.Color)))
            _found.Add(Finding.Blackened());
        else if (_group.Behind == 0 && !_hasShades && ColorOf(_group.Color) is (255, 255, 255))
            _found.Add(Finding.WhiteText());
    }

    /// <summary>A semicolon ends each color; the first is mostly the automatic one, which says nothing.</summary>
    private void ReadColors(string words)
    {
        foreach (var _ in words.Where(letter => letter == ';'))
        {
            _colors.Add(_color);
            _color = null;
        }
    }

    private (int Red, int Green, int Blue)? ColorOf(int index) => index > 0 && index < _colors.Count ? _colors[index] : null;

    private bool IsDark(int index) => ColorOf(index) is ( < 0x30, < 0x30, < 0x30);

    private static bool LeadsToLocalFile(string words) =>
        words.Split('"', ' ').Any(word => word.Length > 3 && XmlParts.IsLocal(word.Replace(@"\\", @"\", StringComparison.Ordinal)))
        || XmlParts.IsLocal(words);

    private static byte[] Hexadecimal(string words)
    {
        var digits = string.Concat(words.Where(char.IsAsciiHexDigit));
        return Convert.FromHexString(digits.AsSpan(0, digits.Length & ~1));
    }

    private sealed record Group
    {
        public string Name { get; init; } = "";
        public bool IsFirst { get; init; }
        public bool IsOptional { get; init; }
        public bool IsText { get; init; } = true;
        public bool Hidden { get; init; }
        public bool Changed { get; init; }
        public int Color { get; init; }
        public int Behind { get; init; }
    }
}
