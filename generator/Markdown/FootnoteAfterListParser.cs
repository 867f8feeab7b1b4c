using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Parsers;

namespace Advocacy.Generator.Markdown;

/// <summary>
/// Reads footnotes. Markdig never closes a list of definitions, and would take the footnotes below it for text of the list.
/// </summary>
internal sealed class FootnoteAfterListParser : FootnoteParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.GetCurrentContainerOpened() is DefinitionList list)
            list.IsOpen = false;
        return base.TryOpen(processor);
    }
}
