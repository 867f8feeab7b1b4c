using Markdig.Extensions.CustomContainers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Advocacy.Generator.Markdown;

/// <summary><c>[a passage]{lang=es}</c> becomes a span. Without this, the attribute would go to the whole paragraph.</summary>
internal sealed class LanguageSpanParser : InlineParser
{
    public LanguageSpanParser() => OpeningCharacters = [']'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '{' || processor.Inline?.FirstParentOfType<LinkDelimiterInline>() is not { IsImage: false } opening)
            return false;
        if (opening.Label is { } label && processor.Document.TryGetLinkReferenceDefinition(label, out _))
            return false;
        var after = slice;
        after.SkipChar();
        if (AttributesParser.TryRead(ref after) is not { } attributes)
            return false;
        var passage = new CustomContainerInline
        {
            DelimiterChar = ':',
            DelimiterCount = 2,
            Line = opening.Line,
            Column = opening.Column,
            Span = new SourceSpan(opening.Span.Start, processor.GetSourcePosition(after.Start - 1)),
        };
        passage.SetAttributes(attributes);
        opening.ReplaceBy(passage);
        passage.IsClosed = true;
        processor.Inline = passage;
        processor.PostProcessInlines(0, passage, null, false);
        slice = after;
        return true;
    }
}
