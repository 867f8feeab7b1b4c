using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.SmartyPants;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;

namespace Advocacy.Generator.Markdown;

/// <summary>
/// What the guide for writers has beside CommonMark, and nothing of it anywhere else: Markdig's own extensions read signs out of
/// ordinary text, so that colons, braces and dashes vanish from the page.
/// </summary>
internal sealed class DialectExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new CustomContainerParser { TryParseAttributes = AttributesParser.TakeFromEnd });
        pipeline.BlockParsers.Find<HeadingBlockParser>()!.TryParseAttributes = AttributesParser.TakeFromEnd;
        pipeline.BlockParsers.Replace<FootnoteParser>(new FootnoteAfterListParser());
        // A paragraph that begins with a tab is a paragraph, as on paper.
        pipeline.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        pipeline.InlineParsers.Insert(0, new AttributesParser());
        pipeline.InlineParsers.Insert(0, new LanguageSpanParser());
        pipeline.InlineParsers.InsertAfter<CodeInlineParser>(new QuotationMarkParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is not HtmlRenderer html)
            return;
        html.ObjectRenderers.Insert(0, new HtmlCustomContainerRenderer());
        // Before the renderer of emphasis, which is its base.
        html.ObjectRenderers.Insert(0, new HtmlCustomContainerInlineRenderer());
    }
}
