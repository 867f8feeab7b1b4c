using Markdig;
using Markdig.Extensions.SmartyPants;

namespace Advocacy.Generator.Markdown;

/// <summary>The Markdown that writers have, with the quotation marks of each language.</summary>
internal static class Pipelines
{
    private static readonly MarkdownPipeline _english = Pipeline("\u201C", "\u201D");
    private static readonly MarkdownPipeline _spanish = Pipeline("\u00AB", "\u00BB");

    public static MarkdownPipeline Of(string language) => language.StartsWith("es", StringComparison.Ordinal) ? _spanish : _english;

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
            .UseSmartyPants(quotes).UseCustomContainers().UseGenericAttributes().Use<Passages>().Build();
    }
}
