using Advocacy.Generator.Text;
using Markdig.Extensions.SmartyPants;
using Markdig.Helpers;
using Markdig.Parsers;

namespace Advocacy.Generator.Markdown;

/// <summary>
/// Pairs straight quotation marks, except in an address, which stays as it is. Dashes and ellipses are set when a text is read, in the
/// way of fields (<see cref="Typography"/>).
/// </summary>
internal sealed class QuotationMarkParser : SmartyPantsInlineParser
{
    public QuotationMarkParser() => OpeningCharacters = ['\'', '"'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice) =>
        BareAddress.EndAround(slice.Text, slice.Start) == 0 && base.Match(processor, ref slice);
}
