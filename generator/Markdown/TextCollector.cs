using System.Net;
using Advocacy.Generator.Text;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.SmartyPants;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Advocacy.Generator.Markdown;

/// <summary>
/// The words of Markdown blocks as a reader sees them, for the search: without the numbers of footnotes, which would stick to words, and
/// without what pictures show.
/// </summary>
internal sealed class TextCollector(SmartyPantOptions signs)
{
    private readonly JoinedText _text = new();

    public void Add(Block block)
    {
        _text.Separate();
        switch (block)
        {
            case ContainerBlock container:
                foreach (var child in container)
                    Add(child);
                break;
            case CodeBlock code:
                foreach (var line in code.Lines.Lines.AsSpan(0, code.Lines.Count))
                {
                    _text.Append(line.Slice.AsSpan());
                    _text.Space();
                }
                break;
            case LeafBlock { Inline: { } words }:
                Add(words);
                break;
        }
        _text.Separate();
    }

    /// <returns>What was added since the last time.</returns>
    public string Cut() => _text.Take();

    private void Add(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                _text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                _text.Append(code.Content);
                break;
            case HtmlEntityInline entity:
                _text.Append(entity.Transcoded.AsSpan());
                break;
            case SmartyPant sign:
                _text.Append(WebUtility.HtmlDecode(signs.Mapping[sign.Type]));
                break;
            case AutolinkInline link:
                _text.Append(link.Url);
                break;
            case AbbreviationInline abbreviation:
                _text.Append(abbreviation.Abbreviation.Label);
                break;
            case LineBreakInline { IsHard: true } or LinkInline { IsImage: true }:
                _text.Separate();
                break;
            case LineBreakInline:
                _text.Space();
                break;
            case FootnoteLink:
                break;
            case ContainerInline container:
                if (container is DelimiterInline delimiter)
                    _text.Append(delimiter.ToLiteral());
                foreach (var child in container)
                    Add(child);
                break;
        }
    }
}
