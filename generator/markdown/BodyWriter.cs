using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Advocacy.Generator.Reading;
using Advocacy.Theme.Content;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.SmartyPants;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Advocacy.Generator.Markdown;

/// <summary>
/// A writer's Markdown as finished HTML. Raw HTML is refused rather than cleaned, so that what a writer sees in the file
/// is what readers get. Styles never reach the page: the site's policy blocks them.
/// </summary>
public sealed class BodyWriter(Func<Entry, string, int, string?> resolve, Func<string, Problems, int, Picture?> picture)
{
    private static readonly FrozenSet<string> _attributes = FrozenSet.Create(StringComparer.Ordinal, "lang", "credit");
    private static readonly MarkdownPipeline _english = Pipeline("\u201C", "\u201D");
    private static readonly MarkdownPipeline _spanish = Pipeline("\u00AB", "\u00BB");

    public Body Write(Entry entry, IReadOnlyDictionary<string, Quotation> quotations, ISet<string> placed)
    {
        var pipeline = entry.Content.Language.StartsWith("es", StringComparison.Ordinal) ? _spanish : _english;
        var document = Markdig.Markdown.Parse(entry.Text, pipeline);
        CheckAndMend(entry, document);
        var parts = ImmutableArray.CreateBuilder<BodyPart>();
        var html = new StringBuilder();
        using var writer = new StringWriter(html);
        var renderer = new HtmlRenderer(writer);
        pipeline.Setup(renderer);
        foreach (var block in document)
        {
            if (Special(entry, block, quotations, placed) is { } part)
            {
                Flush();
                parts.Add(part);
            }
            else if (block is not CustomContainer)
            {
                renderer.Render(block);
            }
        }
        Flush();
        return new Body(parts.ToImmutable());

        void Flush()
        {
            writer.Flush();
            if (html.Length > 0)
                parts.Add(new HtmlPart(html.ToString()));
            html.Clear();
        }
    }

    private BodyPart? Special(Entry entry, Block block, IReadOnlyDictionary<string, Quotation> quotations, ISet<string> placed)
    {
        if (block is ParagraphBlock { Inline: { FirstChild: LinkInline { IsImage: true } image } inline } && inline.LastChild == image)
            return Figure(entry, image);
        if (block is not CustomContainer container)
            return null;
        var line = container.Line + 1 + entry.TextLine;
        var id = container.Arguments?.Trim() ?? "";
        if (container.Info != "quotation")
            entry.Problems.Add(line, $"\":::{container.Info}\" is not known", "write \":::quotation ID\", with an Id of Quotations in the front matter");
        else if (!quotations.TryGetValue(id, out var quotation))
            entry.Problems.Add(line, $"there is no quotation \"{id}\" in the front matter",
                Nearest.To(id, quotations.Keys) is { } near ? $"did you mean {near}" : "add it there under Quotations");
        else if (!placed.Add(id))
            entry.Problems.Add(line, $"the quotation \"{id}\" is placed twice", "keep one of them");
        else
            return new QuotationPart(quotation with { Placed = true });
        return null;
    }

    private PicturePart? Figure(Entry entry, LinkInline image)
    {
        var line = image.Line + 1 + entry.TextLine;
        var alt = Text(image);
        if (string.IsNullOrWhiteSpace(alt))
        {
            entry.Problems.Add(line, "the image has no text for people who cannot see it", "describe it: ![What it shows](file.jpg)");
            return null;
        }
        var credit = image.TryGetAttributes()?.Properties?.FirstOrDefault(p => p.Key == "credit").Value;
        return picture(Path.Combine(entry.Folder, image.Url ?? ""), entry.Problems, line) is { } made
            ? new PicturePart(made with { Alt = alt, Caption = string.IsNullOrEmpty(image.Title) ? null : image.Title, Credit = credit })
            : null;
    }

    private void CheckAndMend(Entry entry, MarkdownDocument document)
    {
        var level = 1;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in document.Descendants())
        {
            var line = item.Line + 1 + entry.TextLine;
            switch (item)
            {
                case HtmlBlock or HtmlInline:
                    entry.Problems.Add(line, "HTML is not allowed in a text", "write it in Markdown, or put a backslash before the <");
                    break;
                case HeadingBlock heading:
                    if (heading.Level == 1)
                        entry.Problems.Add(line, "the title is the only heading of the first level", "begin this one with ##");
                    else if (heading.Level > level + 1)
                        entry.Problems.Add(line, $"a heading of level {heading.Level} follows one of level {level}", $"begin it with {new string('#', level + 1)}");
                    level = heading.Level;
                    Identify(heading, ids);
                    break;
                case AutolinkInline { IsEmail: false } link when !link.Url.StartsWith("https://", StringComparison.Ordinal) && !link.Url.StartsWith("http://", StringComparison.Ordinal):
                    entry.Problems.Add(line, $"the link \"{link.Url}\" is not one for readers", "use an address that begins with https://");
                    break;
                case LinkInline { IsImage: true } image when !(image.Parent?.ParentBlock is ParagraphBlock { Parent: MarkdownDocument } && image.PreviousSibling is null && image.NextSibling is null):
                    entry.Problems.Add(line, "an image stands in a paragraph of its own", "put an empty line before and after it");
                    break;
                case LinkInline { IsImage: false } link:
                    if (string.IsNullOrWhiteSpace(Text(link)))
                        entry.Problems.Add(line, "the link has no words", "write [what it leads to](address)");
                    link.Url = resolve(entry, link.Url ?? "", line) ?? link.Url;
                    break;
                case Table table:
                    Align(table);
                    break;
            }
            if (item is not CustomContainer && item.TryGetAttributes()?.Properties is { } properties)
            {
                foreach (var property in properties.Where(p => !_attributes.Contains(p.Key)))
                    entry.Problems.Add(line, $"\"{property.Key}\" is not an attribute for a text", "use lang, or credit on an image");
            }
        }
    }

    private static void Identify(HeadingBlock heading, HashSet<string> ids)
    {
        var attributes = heading.GetAttributes();
        var wanted = attributes.Id ?? Address.Fit(Text(heading.Inline)).Replace('.', '-').Replace('/', '-');
        if (wanted.Length == 0)
            wanted = "section";
        var id = wanted;
        for (var n = 2; !ids.Add(id); n++)
            id = $"{wanted}-{n}";
        attributes.Id = id;
    }

    /// <summary>Columns are aligned by a class, for want of inline styles.</summary>
    private static void Align(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            for (var i = 0; i < row.Count && i < table.ColumnDefinitions.Count; i++)
            {
                if (table.ColumnDefinitions[i].Alignment is TableColumnAlign.Right or TableColumnAlign.Center)
                    row[i].GetAttributes().AddClass(table.ColumnDefinitions[i].Alignment == TableColumnAlign.Right ? "align-end" : "align-center");
            }
        }
        foreach (var column in table.ColumnDefinitions)
            column.Alignment = null;
    }

    private static string Text(ContainerInline? inline) =>
        inline is null ? "" : string.Concat(inline.Descendants().Select(i => i switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            SmartyPant => "-",
            LineBreakInline => " ",
            _ => "",
        }));

    private static MarkdownPipeline Pipeline(string open, string close)
    {
        var quotes = new SmartyPantOptions();
        quotes.Mapping[SmartyPantType.LeftDoubleQuote] = open;
        quotes.Mapping[SmartyPantType.RightDoubleQuote] = close;
        quotes.Mapping[SmartyPantType.Quote] = "\u2019";
        quotes.Mapping[SmartyPantType.LeftQuote] = "\u2018";
        quotes.Mapping[SmartyPantType.RightQuote] = "\u2019";
        quotes.Mapping[SmartyPantType.Dash2] = "\u2013";
        quotes.Mapping[SmartyPantType.Dash3] = "\u2014";
        quotes.Mapping[SmartyPantType.Ellipsis] = "\u2026";
        return new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation().UsePipeTables().UseFootnotes().UseDefinitionLists().UseAbbreviations()
            .UseSmartyPants(quotes).UseCustomContainers().UseGenericAttributes().Build();
    }
}
