using Markdig;
using Markdig.Renderers;

namespace Advocacy.Generator.Markdown;

/// <summary>Lets a writer say of a passage which language it is in.</summary>
internal sealed class LanguageSpans : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new LanguageSpanParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}
