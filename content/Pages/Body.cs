using System.Collections.Immutable;

namespace Advocacy.Content.Pages;

/// <summary>A body of text, ready to show: runs of finished HTML and, where the writer placed them, quotations.</summary>
public sealed record Body(ImmutableArray<BodyPart> Parts)
{
    public static Body Empty { get; } = new([]);

    /// <summary>The places that a link can lead to, without the number sign.</summary>
    public ImmutableArray<string> Anchors { get; init; } = [];

    /// <summary>Whether the writer placed the quotation in the text; otherwise it follows the text.</summary>
    public bool Places(Quotation quotation) => Parts.OfType<QuotationPart>().Any(part => part.Quotation.Id == quotation.Id);
}
