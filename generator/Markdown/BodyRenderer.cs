using System.Collections.Immutable;
using Advocacy.Content.Pages;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Text;
using Advocacy.Theme.Localization;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.SmartyPants;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Advocacy.Generator.Markdown;

/// <summary>
/// A writer's Markdown as finished HTML. Raw HTML is refused rather than cleaned, so that what a writer sees in the file
/// is what readers get. Styles never reach the page: the site's policy blocks them.
/// </summary>
public sealed class BodyRenderer(WordLists words, Func<Entry, string, int, string?> resolve, Func<string, Problems, int, Picture?> picture)
{
    /// <summary>Of the text that was rendered last.</summary>
    public ImmutableArray<Warning> Warnings { get; private set; } = [];

    /// <param name="deeper">How many levels the text's headings go down, where it stands below a heading of the page's own.</param>
    public Body Render(Entry entry, IReadOnlyDictionary<string, Quotation> quotations, int deeper = 0)
    {
        try
        {
            return RenderDocument(entry, quotations, deeper);
        }
        // Markdig gives up with this, as it reads or as it writes, and has no other sign; any other fault is a bug.
        catch (ArgumentException e) when (e.Message.Contains("too deeply nested", StringComparison.Ordinal))
        {
            entry.Problems.Add(
                entry.TextLine + 1,
                "quotations, lists or brackets of the text are nested too deeply",
                "take out signs such as > and [ that stand in a row");
            return Body.Empty;
        }
    }

    private Body RenderDocument(Entry entry, IReadOnlyDictionary<string, Quotation> quotations, int deeper)
    {
        var dialect = MarkdownDialect.Of(words.For(entry.Content.Language));
        var source = entry.Text;
        var document = dialect.Parse(source);
        var anchors = new Anchors(entry, quotations.Keys);
        var check = new MarkdownCheck(entry, source, anchors, resolve);
        Ready(document, entry, check, deeper);
        Warnings = check.Warnings;
        var parts = ImmutableArray.CreateBuilder<BodyPart>();
        var placed = new HashSet<string>(StringComparer.Ordinal);
        var html = dialect.Take();
        foreach (var block in document)
        {
            if (Special(entry, block, quotations, placed) is { } part)
            {
                Cut();
                parts.Add(part);
            }
            else if (block is not CustomContainer || IsPassage(block))
            {
                html.Add(block);
            }
        }
        Cut();
        dialect.GiveBack(html);
        return new Body(parts.ToImmutable()) { Anchors = anchors.Names };

        void Cut()
        {
            if (html.Cut() is { } part)
                parts.Add(part);
        }
    }

    /// <summary>Checks a text, and sets its signs and headings.</summary>
    private void Ready(MarkdownDocument document, Entry entry, MarkdownCheck check, int deeper)
    {
        var elsewhere = new List<(SmartyPant Mark, QuotationMarks Marks)>();
        foreach (var item in document.Descendants())
        {
            check.Check(item);
            switch (item)
            {
                case SmartyPant mark when check.LanguageAround(mark) is var language
                    && language != entry.Content.Language
                    && words.MarksOf(language) is { } marks:
                    elsewhere.Add((mark, marks));
                    break;
                case LiteralInline literal when Typography.HasSigns(literal.Content.AsSpan()):
                    literal.Content = new StringSlice(Set(literal, check.LanguageAround(literal)));
                    break;
                case CodeInline code when code.Content.Contains("\\|", StringComparison.Ordinal) && IsInTable(code):
                    code.Content = code.Content.Replace("\\|", "|", StringComparison.Ordinal);
                    break;
                case HeadingBlock heading:
                    heading.Level = Math.Min(heading.Level + deeper, 6);
                    break;
            }
        }
        check.Finish(document);
        foreach (var (mark, marks) in elsewhere)
            Set(mark, marks);
    }

    /// <summary>The mark of the language that the words around it are in.</summary>
    private static void Set(SmartyPant mark, QuotationMarks marks)
    {
        var sign = mark.Type switch
        {
            SmartyPantType.LeftDoubleQuote => marks.Open,
            SmartyPantType.RightDoubleQuote => marks.Close,
            SmartyPantType.LeftQuote => marks.InnerOpen,
            SmartyPantType.RightQuote => marks.InnerClose,
            _ => null,
        };
        if (sign is not null)
            mark.ReplaceBy(new LiteralInline(sign));
    }

    private string Set(LiteralInline literal, string language)
    {
        // What stands behind a backslash stays as it is.
        var kept = literal.IsFirstCharacterEscaped ? literal.Content.Text[literal.Content.Start..(literal.Content.Start + 1)] : "";
        var text = literal.Content.ToString()[kept.Length..];
        // Whether a mark opens or closes shows in what stands beside it, which Markdig may have cut off.
        var (before, after) = (
            kept.Length == 0 && IsSpace(literal.PreviousSibling, first: false) ? ' ' : '*',
            IsSpace(literal.NextSibling, first: true) ? ' ' : '*');
        return kept + Typography.Set($"{before}{text}{after}", language, MarksOfRest)[1..^1];
    }

    /// <summary>A single mark that Markdig found no other for is an apostrophe.</summary>
    private QuotationMarks? MarksOfRest(string language) =>
        words.MarksOf(language) is { } marks ? marks with { InnerOpen = "\u2019", InnerClose = "\u2019" } : null;

    /// <summary>In a table, a bar within code stands behind a backslash, too.</summary>
    private static bool IsInTable(Inline inline)
    {
        while (inline.Parent is { } parent)
            inline = parent;
        return inline is ContainerInline { ParentBlock.Parent: TableCell };
    }

    private static bool IsSpace(Inline? beside, bool first) => beside switch
    {
        null or LineBreakInline => true,
        LiteralInline { Content: { IsEmpty: false } content } => char.IsWhiteSpace(content.AsSpan()[first ? 0 : ^1]),
        _ => false,
    };

    private BodyPart? Special(Entry entry, Block block, IReadOnlyDictionary<string, Quotation> quotations, HashSet<string> placed)
    {
        if (block is ParagraphBlock { Inline: { FirstChild: LinkInline { IsImage: true } image } inline } && inline.LastChild == image)
            return Figure(entry, image);
        if (block is not CustomContainer container || IsPassage(block))
            return null;
        var line = container.Line + 1 + entry.TextLine;
        var id = container.Arguments?.Trim() ?? "";
        if (container.Info != "quotation")
            entry.Problems.Add(
                line,
                $"\":::{container.Info}\" is not known",
                "write \":::quotation ID\", with an Id of Quotations in the front matter, "
                + "or \"::: {lang=es}\" around words in another language");
        else if (!quotations.TryGetValue(id, out var quotation))
            entry.Problems.Add(line, $"there is no quotation \"{id}\" in the front matter",
                SpellingSuggestion.To(id, quotations.Keys) is { } near ? $"did you mean {near}" : "add it there under Quotations");
        else if (!placed.Add(id))
            entry.Problems.Add(line, $"the quotation \"{id}\" is placed twice", "keep one of them");
        else
            return new QuotationPart(quotation);
        return null;
    }

    /// <summary>Whether the writer says of some paragraphs which language they are in.</summary>
    private static bool IsPassage(Block block) =>
        block is CustomContainer { Info: null or "" } && block.TryGetAttributes()?.Properties is { Count: > 0 };

    private PicturePart? Figure(Entry entry, LinkInline image)
    {
        var line = image.Line + 1 + entry.TextLine;
        var alt = MarkdownCheck.Typed(image);
        if (string.IsNullOrWhiteSpace(alt))
            entry.Problems.Add(line, "the image has no text for people who cannot see it", "describe it: ![What it shows](file.jpg)");
        if (image.Url is { } url && (url.Contains(':', StringComparison.Ordinal) || url.StartsWith("//", StringComparison.Ordinal)))
        {
            entry.Problems.Add(
                line,
                $"the image {url} is elsewhere, from where readers load nothing",
                "put the file beside the page, and write its name");
            return null;
        }
        var credit = image.TryGetAttributes()?.Properties?.FirstOrDefault(p => p.Key == "credit").Value;
        return picture(Path.Combine(entry.Folder, image.Url ?? ""), entry.Problems, line) is { } made
            ? new PicturePart(made with
            {
                Alt = Typeset(alt),
                Caption = string.IsNullOrEmpty(image.Title) ? null : Typeset(image.Title),
                Credit = credit,
            })
            : null;

        string Typeset(string text) => Typography.Set(text, entry.Content.Language, words.MarksOf);
    }
}
