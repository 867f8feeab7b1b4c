using Markdig.Renderers;
using Markdig.Syntax;

namespace Advocacy.Generator.Markdown;

/// <summary>Blocks of Markdown as HTML, in a buffer that serves text after text.</summary>
internal sealed class HtmlBuffer(HtmlRenderer renderer, StringWriter writer)
{
    public void Add(Block block) => renderer.Render(block);

    /// <returns>What was added since the last time; the next begins on a new line.</returns>
    public string Cut()
    {
        renderer.EnsureLine();
        var html = writer.ToString();
        writer.GetStringBuilder().Clear();
        return html;
    }
}
