using UglyToad.PdfPig.Tokens;

namespace Advocacy.Generator.Documents.Painting;

/// <summary>A part of a page between two marks (ISO 32000-1, 14.6).</summary>
/// <param name="Id">The number by which the structure tree names it; null where the tree does not.</param>
/// <param name="Replacement">The text that stands for the whole span; null where its letters do.</param>
/// <param name="Layer">The optional content that it belongs to, with its reference not followed; null where it belongs to none.</param>
internal sealed record MarkedSpan(MarkedSpan? Outer, int? Id, string? Replacement, bool IsArtifact, IToken? Layer)
{
    /// <summary>A letter belongs to the innermost of its spans that the tree can name.</summary>
    public static int? IdOf(MarkedSpan? span)
    {
        while (span is { Id: null })
            span = span.Outer;
        return span?.Id;
    }

    /// <returns>The innermost span with a text that stands for it; null where letters stand for themselves.</returns>
    public static MarkedSpan? ReplacedOf(MarkedSpan? span)
    {
        while (span is { Replacement: null })
            span = span.Outer;
        return span;
    }

    /// <summary>Whether the replacement was given to a letter already.</summary>
    public bool IsReplaced { get; set; }
}
