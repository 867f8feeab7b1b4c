using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Advocacy.Generator.Markdown;

/// <summary>
/// Reads attributes in braces where the guide has them: right behind emphasis, a link or a picture, and at the end of a heading or of
/// the line that begins a passage. Any other brace is text. Which attributes are allowed is for <see cref="MarkdownCheck"/> to say.
/// </summary>
internal sealed partial class AttributesParser : InlineParser
{
    public AttributesParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Inline is not { } before || !CanHaveAttributes(before) || before.TryGetAttributes() is not null)
            return false;
        if (TryRead(ref slice) is not { } attributes)
            return false;
        before.SetAttributes(attributes);
        return true;
    }

    /// <summary>Takes attributes from the end of a line that begins a block.</summary>
    public static bool TakeFromEnd(BlockProcessor processor, ref StringSlice line, IBlock block)
    {
        var brace = line.Start + line.AsSpan().LastIndexOf('{');
        if (brace < line.Start || brace > 0 && line.Text[brace - 1] == '\\')
            return false;
        var rest = line;
        rest.Start = brace;
        if (TryRead(ref rest) is not { } attributes || !rest.IsEmptyOrWhitespace())
            return false;
        attributes.CopyTo(block.GetAttributes());
        line.End = brace - 1;
        return true;
    }

    /// <returns>Null where the braces hold something else, and are text; the slice then stays where it is.</returns>
    public static HtmlAttributes? TryRead(ref StringSlice slice)
    {
        if (Written().Match(slice.Text, slice.Start, slice.Length) is not { Success: true } found)
            return null;
        slice.Start += found.Length;
        var attributes = new HtmlAttributes();
        if (found.Groups["id"] is { Success: true } id)
            attributes.Id = id.Value;
        foreach (Capture name in found.Groups["class"].Captures)
            attributes.AddClass(name.Value);
        foreach (var (key, value) in found.Groups["key"].Captures.Zip(found.Groups["value"].Captures))
            attributes.AddProperty(key.Value, value.Value);
        return attributes;
    }

    private static bool CanHaveAttributes(Inline before) => before switch
    {
        LinkInline => true,
        EmphasisDelimiterInline closing => closing.Type.HasFlag(DelimiterType.Close) && IsOpened(closing),
        _ => false,
    };

    /// <summary>Markdig forgets the attributes of a sign that closes nothing.</summary>
    private static bool IsOpened(EmphasisDelimiterInline closing)
    {
        for (var around = closing.Parent; around is not null; around = around.Parent)
        {
            if (around is EmphasisDelimiterInline opening
                && opening.DelimiterChar == closing.DelimiterChar
                && opening.Type.HasFlag(DelimiterType.Open))
                return true;
        }
        return false;
    }

    [GeneratedRegex(
        """\G\{[ \t]*(?:(?:#(?<id>[^\s{}]+)|\.(?<class>[^\s{}]+)"""
        + """|(?<key>[A-Za-z][\w:-]*)=(?:"(?<value>[^"\n]*)"|'(?<value>[^'\n]*)'|(?<value>[^\s{}"']+)))[ \t]*)+\}""")]
    private static partial Regex Written();
}
