using Advocacy.Content.Pages;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Advocacy.Generator.Markdown;

/// <summary>Blocks of Markdown as HTML and as words alone, in buffers that serve text after text.</summary>
internal sealed class HtmlBuffer(HtmlRenderer renderer, StringWriter writer, TextCollector text)
{
    public void Add(Block block)
    {
        renderer.Render(block);
        text.Add(block);
    }

    /// <returns>What was added since the last time; null where that is nothing. The next begins on a new line.</returns>
    public HtmlPart? Cut()
    {
        renderer.EnsureLine();
        var html = writer.ToString();
        writer.GetStringBuilder().Clear();
        var words = text.Cut();
        return html.Length > 0 ? new HtmlPart(html) { Text = words } : null;
    }
}
