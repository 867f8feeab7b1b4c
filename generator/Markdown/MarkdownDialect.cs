using System.Collections.Concurrent;
using Advocacy.Theme.Localization;
using Markdig;
using Markdig.Extensions.SmartyPants;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Advocacy.Generator.Markdown;

/// <summary>The Markdown that writers have, with the quotation marks of one language.</summary>
internal sealed class MarkdownDialect
{
    private static readonly ConcurrentDictionary<string, MarkdownDialect> _dialects = new(StringComparer.Ordinal);

    private readonly MarkdownPipeline _pipeline;
    private readonly SmartyPantOptions _signs = new();
    private readonly ConcurrentBag<HtmlBuffer> _idle = [];

    /// <param name="marks">Null where the word list is wanting, and nothing is published.</param>
    private MarkdownDialect(QuotationMarks? marks)
    {
        _signs.Mapping[SmartyPantType.LeftDoubleQuote] = marks?.Open ?? "\"";
        _signs.Mapping[SmartyPantType.RightDoubleQuote] = marks?.Close ?? "\"";
        _signs.Mapping[SmartyPantType.Quote] = "\u2019";
        _signs.Mapping[SmartyPantType.LeftQuote] = marks?.InnerOpen ?? "'";
        _signs.Mapping[SmartyPantType.RightQuote] = marks?.InnerClose ?? "'";
        _pipeline = new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation().UsePipeTables().UseFootnotes().UseDefinitionLists().UseAbbreviations()
            // The dialect's own parser of quotation marks comes before the one of this extension, which then adds only its renderer.
            .Use<DialectExtension>().UseSmartyPants(_signs).Build();
    }

    public static MarkdownDialect Of(Words words) =>
        _dialects.GetOrAdd(words.QuotationMarks, text => new MarkdownDialect(QuotationMarks.Of(text)));

    public MarkdownDocument Parse(string text) => Markdig.Markdown.Parse(text, _pipeline);

    /// <returns>An empty one, to be given back when the text is written.</returns>
    public HtmlBuffer Take()
    {
        if (_idle.TryTake(out var idle))
            return idle;
        var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        _pipeline.Setup(renderer);
        return new HtmlBuffer(renderer, writer, new TextCollector(_signs));
    }

    public void GiveBack(HtmlBuffer draft) => _idle.Add(draft);
}
