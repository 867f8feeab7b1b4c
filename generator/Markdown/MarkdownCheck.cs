using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Loading.FrontMatter;
using Advocacy.Generator.Text;
using Advocacy.Theme.Localization;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.SmartyPants;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Advocacy.Generator.Markdown;

/// <summary>Refuses what a text must not have, and readies the rest: anchors, addresses, languages, columns.</summary>
/// <param name="text">Of the entry.</param>
internal sealed class MarkdownCheck(Entry entry, string text, Anchors anchors, Func<Entry, string, int, string?> resolve)
{
    private static readonly string[] _attributes = ["lang", "credit"];
    private static readonly SearchValues<char> _looseSigns = SearchValues.Create("|{");

    private readonly BrokenTable _table = new(entry, text);
    private readonly UnusedDefinitions _definitions = new(entry, text);
    private readonly List<Warning> _warnings = [];
    private int _level = 1;

    public ImmutableArray<Warning> Warnings => [.. _warnings];

    public void Check(MarkdownObject item)
    {
        var line = item.Line + 1 + entry.TextLine;
        Check(item, line);
        if (item is LiteralInline words && !entry.Content.Draft && Placeholders.In(words.Content.AsSpan()) is { } placeholder)
            entry.Problems.Add(
                line, $"the text says \"{placeholder}\", as a new file does", "write your own words, or put \"Draft: true\" back");
        anchors.Note(item, line);
        _definitions.Note(item);
        if (item is Inline or HeadingBlock or CustomContainer { Info: null or "" } && item.TryGetAttributes() is { } attributes)
            Check(attributes, item, line);
    }

    /// <summary>What shows when all of the text is checked.</summary>
    public void Finish(MarkdownDocument document) => _definitions.Report(document);

    /// <summary>For an address.</summary>
    private static string Words(ContainerInline? inline) =>
        Words(inline, sign => sign is SmartyPant ? "-" : "").Replace("...", "-", StringComparison.Ordinal);

    /// <param name="sign">What stands for a mark that Markdig would set, or for an entity.</param>
    private static string Words(ContainerInline? inline, Func<MarkdownObject, string> sign) =>
        inline is null ? "" : string.Concat(inline.Descendants().Select(i => i switch
        {
            LiteralInline literal => literal.Content.ToString(),
            AbbreviationInline abbreviation => abbreviation.Abbreviation.Label,
            CodeInline code => code.Content,
            SmartyPant or HtmlEntityInline => sign(i),
            LineBreakInline => " ",
            _ => "",
        }));

    /// <summary>As the writer typed it.</summary>
    public static string Typed(ContainerInline inline) => Words(inline, sign => sign switch
    {
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        SmartyPant mark => $"{mark.OpeningCharacter}",
        _ => "",
    });

    private void Check(MarkdownObject item, int line)
    {
        switch (item)
        {
            case HtmlBlock or HtmlInline:
                entry.Problems.Add(line, "HTML is not allowed in a text", "write it in Markdown, or put a backslash before the <");
                break;
            case HtmlEntityInline entity when ControlCharacters.AreIn(entity.Transcoded.AsSpan()):
                entry.Problems.Add(line, $"\"{entity.Original}\" is a control character", "take it out");
                break;
            case HeadingBlock heading:
                Check(heading, Words(heading.Inline), line);
                break;
            case FootnoteLinkReferenceDefinition { Footnote: { Order: < 0, Label: var label } }:
                entry.Problems.Add(line, $"no [{label}] leads to this footnote", $"write [{label}] in the text, or take the footnote out");
                break;
            case LiteralInline { Content: { Length: 1, CurrentChar: '[' }, IsFirstCharacterEscaped: false } bracket:
                CheckBrackets(bracket);
                break;
            case LiteralInline literal when literal.Content.AsSpan().ContainsAny(_looseSigns):
                CheckBraces(literal, line);
                if (literal.Content.AsSpan().Contains('|'))
                    _table.Check(literal);
                break;
            case AutolinkInline { IsEmail: false } link when !link.Url.StartsWith("https://", StringComparison.Ordinal)
                && !link.Url.StartsWith("http://", StringComparison.Ordinal):
                entry.Problems.Add(line, $"the link \"{link.Url}\" is not one for readers", "use an address that begins with https://");
                break;
            case AutolinkInline { IsEmail: false } link:
                resolve(entry, link.Url, line);
                break;
            case LinkInline { IsImage: true } image when !IsParagraph(image):
                entry.Problems.Add(line, "an image stands in a paragraph of its own", "put an empty line before and after it");
                break;
            // The note itself is refused where it stands.
            case LinkInline { Reference.Label: ['^', ..] }:
                break;
            case LinkInline { IsImage: false } link:
                if (string.IsNullOrWhiteSpace(Words(link)))
                    entry.Problems.Add(line, "the link has no words", "write [what it leads to](address)");
                link.Url = resolve(entry, link.Url ?? "", line) ?? link.Url;
                break;
            case IFencedBlock { ClosingFencedCharCount: 0, FencedChar: var sign, OpeningFencedCharCount: var count }:
                var fence = new string(sign, count);
                entry.Problems.Add(line, $"the lines that \"{fence}\" begins have no end", $"add a line \"{fence}\" below them");
                break;
            case CustomContainer { Info.Length: > 0, Parent: not MarkdownDocument }:
                entry.Problems.Add(line, "a quotation stands by itself", "move it out of what surrounds it");
                break;
            case Table table:
                Align(table);
                break;
            case ListBlock { IsOrdered: true } list:
                KeepNumbers(list);
                break;
            case ParagraphBlock { Column: >= 4, Parent: MarkdownDocument or CustomContainer }:
                _warnings.Add(new Warning(
                    entry.Problems.Path,
                    "the paragraph begins with a tab or with spaces, which readers do not see",
                    "begin it at the margin, or put > before it to set it in")
                { Line = line });
                break;
        }
    }

    private void Check(HeadingBlock heading, string words, int line)
    {
        if (words.Length > 0 && !words.AsSpan().ContainsAnyExcept("# "))
        {
            entry.Problems.Add(line, "a line of number signs ends a text on paper, and would be a heading here", "take it out");
            return;
        }
        if (string.IsNullOrWhiteSpace(words))
            entry.Problems.Add(
                line,
                "the heading has no words",
                $"write some behind {new string('#', heading.Level)}, or take the line out");
        else if (heading.Level == 1)
            entry.Problems.Add(line, "the title is the only heading of the first level", "begin this one with ##");
        else if (heading.Level > _level + 1)
            entry.Problems.Add(
                line,
                $"a heading of level {heading.Level} follows one of level {_level}",
                $"begin it with {new string('#', _level + 1)}");
        _level = heading.Level;
        anchors.Name(heading, words, line);
    }

    /// <summary>
    /// A list shows the numbers that were typed, such as those of articles, and not those that would follow. Some writers type one
    /// number before each, and leave the counting to Markdown.
    /// </summary>
    private static void KeepNumbers(ListBlock list)
    {
        var items = list.OfType<ListItemBlock>().ToArray();
        if (Array.TrueForAll(items, item => item.Order == items[0].Order))
            return;
        for (var i = 1; i < items.Length; i++)
        {
            if (items[i].Order != items[i - 1].Order + 1)
                items[i].GetAttributes().AddProperty("value", items[i].Order.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Attributes that belong to nothing would be read as they are.</summary>
    private void CheckBraces(LiteralInline literal, int line)
    {
        var words = literal.Content.AsSpan();
        foreach (var name in _attributes)
        {
            if (words.IndexOf($"{{{name}=") is >= 0 and var at && !(at == 0 && literal.IsFirstCharacterEscaped))
                entry.Problems.Add(
                    line,
                    $"\"{{{name}=…}}\" stands behind nothing that it could be about",
                    name == "lang"
                        ? "write [the words]{lang=es} without a space between, or put a backslash before the {"
                        : "write it right behind the image, or put a backslash before the {");
        }
    }

    private static bool IsParagraph(LinkInline image) =>
        image.Parent?.ParentBlock is ParagraphBlock { Parent: MarkdownDocument } && image is { PreviousSibling: null, NextSibling: null };

    /// <summary>Markdown shows readers the brackets themselves where nothing says what they lead to.</summary>
    private void CheckBrackets(LiteralInline bracket)
    {
        // Markdig forgets the line of a bracket that begins no link.
        var line = (bracket.NextSibling ?? bracket).Line + 1 + entry.TextLine;
        var rest = text.AsSpan(bracket.Span.Start + 1);
        rest = rest[..(rest.IndexOf('\n') is >= 0 and var end ? end : rest.Length)];
        var inside = bracket.NextSibling is LiteralInline next ? $"{next.Content}".Split(']')[0] : "";
        if (inside.StartsWith('^') && bracket.PreviousSibling is null && rest[inside.Length..].StartsWith("]:"))
            UnusedDefinitions.RejectNote(entry, inside, line);
        else if (inside.StartsWith('^'))
            entry.Problems.Add(
                line,
                $"there is no footnote [{inside}]",
                $"add a line \"[{inside}]: The note.\", or put a backslash before the [");
        else if (bracket.PreviousSibling is LiteralInline { IsFirstCharacterEscaped: false } before
            && before.Content.AsSpan().EndsWith(']'))
            entry.Problems.Add(
                line,
                $"the text does not say where [{inside}] leads",
                "write [what it leads to](address), or put a backslash before the [");
        else if (AddressWithSpace(rest) is { Length: > 0 } address)
            entry.Problems.Add(
                line,
                $"the address ({address}) has a space, and makes no link",
                $"write ({address.Replace(" ", "%20", StringComparison.Ordinal)}), or put a backslash before the [");
    }

    /// <param name="rest">Of the line, behind a bracket that begins no link.</param>
    private static string? AddressWithSpace(ReadOnlySpan<char> rest)
    {
        if (rest.IndexOf("](") is not (>= 0 and var begin) || rest[begin..].IndexOf(')') is not (> 0 and var length))
            return null;
        var address = rest[(begin + 2)..(begin + length)].Trim();
        return address.Contains(' ') && !address.Contains('"') && address.IndexOfAny("/.@:") >= 0 && IsAddress(address)
            ? address.ToString()
            : null;
    }

    private static bool IsAddress(ReadOnlySpan<char> words) =>
        words.Contains("://", StringComparison.Ordinal)
        || words.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        || words.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
        || words.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)
        || words[0] == '/';

    private void Check(HtmlAttributes attributes, MarkdownObject item, int line)
    {
        if (attributes.Classes is [var first, ..])
            Reject($".{first}", line);
        if (attributes.Id is { } id && item is not HeadingBlock)
            Reject($"#{id}", line);
        foreach (var (key, value) in attributes.Properties?.ToArray() ?? [])
        {
            if (key != "lang" && !(key == "credit" && item is LinkInline { IsImage: true }))
                Reject(key, line);
            else if (key == "lang" && !LanguageTag.IsOne(value))
                LanguageField.Reject(value, line, entry.Problems);
            else if (key == "lang" && Direction.Within(LanguageAround(item), value) is { } direction)
                attributes.AddProperty("dir", direction);
        }
    }

    private void Reject(string attribute, int line) => entry.Problems.Add(
        line,
        $"\"{attribute}\" is not an attribute for this place",
        "use lang, credit on an image or #name on a heading, or put a backslash before the {");

    public string LanguageAround(MarkdownObject item)
    {
        for (var around = Around(item); around is not null; around = Around(around))
        {
            if (Spoken(around) is { } language)
                return language;
        }
        return entry.Content.Language;
    }

    private static MarkdownObject? Around(MarkdownObject item) => item switch
    {
        ContainerInline { Parent: null } line => line.ParentBlock,
        Inline inline => inline.Parent,
        Block block => block.Parent,
        _ => null,
    };

    private static string? Spoken(MarkdownObject item) => item.TryGetAttributes()?.Properties?.FirstOrDefault(p => p.Key == "lang").Value;

    /// <summary>Columns are aligned by a class, for want of inline styles.</summary>
    private static void Align(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            for (var i = 0; i < row.Count && i < table.ColumnDefinitions.Count; i++)
            {
                if (table.ColumnDefinitions[i].Alignment is TableColumnAlign.Right or TableColumnAlign.Center)
                    row[i].GetAttributes().AddClass(
                        table.ColumnDefinitions[i].Alignment == TableColumnAlign.Right ? "align-end" : "align-center");
            }
        }
        foreach (var column in table.ColumnDefinitions)
            column.Alignment = null;
    }
}
