using System.Collections.Frozen;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Loading.FrontMatter;
using Advocacy.Generator.Text;
using Advocacy.Theme.Localization;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.SmartyPants;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
namespace Advocacy.Generator.Markdown;

/// <summary>Refuses what a text must not have, and readies the rest: anchors, addresses, languages, columns.</summary>
internal sealed class MarkdownCheck(Entry entry, Anchors anchors, Func<Entry, string, int, string?> resolve)
{
    private static readonly FrozenSet<string> _attributes = FrozenSet.Create(StringComparer.Ordinal, "lang", "credit");

    private int _level = 1;

    public void Check(MarkdownObject item)
    {
        var line = item.Line + 1 + entry.TextLine;
        Check(item, line);
        anchors.Note(item, line);
        if (item.TryGetAttributes() is { Properties: not null } attributes && item is not CustomContainer { Info.Length: > 0 })
            Check(attributes, item, line);
    }

    /// <summary>For an address.</summary>
    private static string Words(ContainerInline? inline) => Words(inline, sign => sign is SmartyPant ? "-" : "");

    /// <param name="sign">What stands for a mark that Markdig would set, or for an entity.</param>
    private static string Words(ContainerInline? inline, Func<MarkdownObject, string> sign) =>
        inline is null ? "" : string.Concat(inline.Descendants().Select(i => i switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            SmartyPant or HtmlEntityInline => sign(i),
            LineBreakInline => " ",
            _ => "",
        }));

    /// <summary>As the writer typed it.</summary>
    public static string Typed(ContainerInline inline) => Words(inline, sign => sign switch
    {
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        SmartyPant { Type: SmartyPantType.Dash2 } => "--",
        SmartyPant { Type: SmartyPantType.Dash3 } => "---",
        SmartyPant { Type: SmartyPantType.Ellipsis } => "...",
        SmartyPant { Type: SmartyPantType.LeftAngleQuote } => "<<",
        SmartyPant { Type: SmartyPantType.RightAngleQuote } => ">>",
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
                if (heading.Level == 1)
                    entry.Problems.Add(line, "the title is the only heading of the first level", "begin this one with ##");
                else if (heading.Level > _level + 1)
                    entry.Problems.Add(
                        line,
                        $"a heading of level {heading.Level} follows one of level {_level}",
                        $"begin it with {new string('#', _level + 1)}");
                _level = heading.Level;
                if (string.IsNullOrWhiteSpace(Words(heading.Inline)))
                    entry.Problems.Add(
                        line,
                        "the heading has no words",
                        $"write some behind {new string('#', heading.Level)}, or take the line out");
                anchors.Name(heading, Words(heading.Inline), line);
                break;
            case FootnoteLinkReferenceDefinition { Footnote: { Order: < 0, Label: var label } }:
                entry.Problems.Add(line, $"no [{label}] leads to this footnote", $"write [{label}] in the text, or take the footnote out");
                break;
            case LiteralInline { Content: { Length: 1, CurrentChar: '[' }, IsFirstCharacterEscaped: false } bracket:
                CheckBrackets(bracket);
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
            case LinkInline { IsImage: false } link:
                if (string.IsNullOrWhiteSpace(Words(link)))
                    entry.Problems.Add(line, "the link has no words", "write [what it leads to](address)");
                link.Url = resolve(entry, link.Url ?? "", line) ?? link.Url;
                break;
            case CustomContainer { ClosingFencedCharCount: 0 }:
                entry.Problems.Add(line, "the lines that \":::\" begins have no end", "add a line \":::\" below them");
                break;
            case CustomContainer { Info.Length: > 0, Parent: not MarkdownDocument }:
                entry.Problems.Add(line, "a quotation stands by itself", "move it out of what surrounds it");
                break;
            case Table table:
                Align(table);
                break;
        }
    }

    private static bool IsParagraph(LinkInline image) =>
        image.Parent?.ParentBlock is ParagraphBlock { Parent: MarkdownDocument } && image is { PreviousSibling: null, NextSibling: null };

    /// <summary>Markdown shows readers the brackets themselves where nothing says what they lead to.</summary>
    private void CheckBrackets(LiteralInline bracket)
    {
        // Markdig forgets the line of a bracket that begins no link.
        var line = (bracket.NextSibling ?? bracket).Line + 1 + entry.TextLine;
        var inside = bracket.NextSibling is LiteralInline next ? $"{next.Content}".Split(']')[0] : "";
        if (inside.StartsWith('^'))
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
    }

    private void Check(HtmlAttributes attributes, MarkdownObject item, int line)
    {
        foreach (var (key, value) in attributes.Properties!.ToArray())
        {
            if (!_attributes.Contains(key))
                entry.Problems.Add(line, $"\"{key}\" is not an attribute for a text", "use lang, or credit on an image");
            else if (key == "lang" && !LanguageTag.IsOne(value))
                LanguageField.Reject(value, line, entry.Problems);
            else if (key == "lang" && Direction.Within(LanguageAround(item), value) is { } direction)
                attributes.AddProperty("dir", direction);
        }
    }

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
