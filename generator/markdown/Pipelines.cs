using System.Collections.Concurrent;
using Advocacy.Theme.Wording;
using Markdig;
using Markdig.Extensions.SmartyPants;

namespace Advocacy.Generator.Markdown;

/// <summary>The Markdown that writers have, with the quotation marks of each language.</summary>
internal static class Pipelines
{
    private static readonly ConcurrentDictionary<string, MarkdownPipeline> _made = new(StringComparer.Ordinal);

    public static MarkdownPipeline Of(Words words) => _made.GetOrAdd(words.QuotationMarks, text => Pipeline(QuotationMarks.Of(text)));

    /// <param name="marks">Null where the word list is wanting, and nothing is published.</param>
    private static MarkdownPipeline Pipeline(QuotationMarks? marks)
    {
        var quotes = new SmartyPantOptions();
        quotes.Mapping[SmartyPantType.LeftDoubleQuote] = marks?.Open ?? "\"";
        quotes.Mapping[SmartyPantType.RightDoubleQuote] = marks?.Close ?? "\"";
        quotes.Mapping[SmartyPantType.Quote] = "\u2019";
        quotes.Mapping[SmartyPantType.LeftQuote] = marks?.InnerOpen ?? "'";
        quotes.Mapping[SmartyPantType.RightQuote] = marks?.InnerClose ?? "'";
        quotes.Mapping[SmartyPantType.Dash2] = "\u2013";
        quotes.Mapping[SmartyPantType.Dash3] = "\u2014";
        quotes.Mapping[SmartyPantType.Ellipsis] = "\u2026";
        return new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation().UsePipeTables().UseFootnotes().UseDefinitionLists().UseAbbreviations()
            .UseSmartyPants(quotes).UseCustomContainers().UseGenericAttributes().Use<Passages>().Build();
    }
}
