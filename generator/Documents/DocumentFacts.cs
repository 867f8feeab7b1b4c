using Advocacy.Content;
using Advocacy.Generator.Documents.Hidden;
using Advocacy.Generator.Documents.Reading;

namespace Advocacy.Generator.Documents;

/// <param name="Kind">As a reader says it: <c>PDF</c>, <c>ZIP</c>.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Pages">Null where the file is not a PDF.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="Tagged">Whether a screen reader finds structure in the PDF; false for every other kind.</param>
public sealed record DocumentFacts(string Kind, long Size, int? Pages, string Sha256, bool Tagged)
{
    /// <summary>As the PDF itself says; null where it says none, and for every other kind.</summary>
    public string? Title { get; init; }
    /// <summary>BCP 47, as the PDF itself says; null where it says none, and for every other kind.</summary>
    public string? Language { get; init; }
    /// <summary>The pages of a PDF that are pictures without text.</summary>
    public EquatableArray<int> Pictures { get; init; } = [];
    /// <summary>The PDF's own text, as <see cref="Transcript"/> writes it; empty where it has none, and for every other kind.</summary>
    public string Text { get; init; } = "";
    /// <summary>Whether a PDF took too much time or memory for its text to be put in order.</summary>
    public bool IsUnread { get; init; }
    /// <summary>What the file holds and does not show.</summary>
    public EquatableArray<HiddenContent> Hidden { get; init; } = [];
}
