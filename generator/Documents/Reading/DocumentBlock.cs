namespace Advocacy.Generator.Documents.Reading;

/// <summary>A part of a document's text (a discriminated union).</summary>
/// <param name="Text">One line.</param>
public abstract record DocumentBlock(string Text)
{
    /// <summary>BCP 47, where the PDF says it of this passage; null where it is in the document's own.</summary>
    public string? Language { get; init; }
}

/// <param name="Number">From 1.</param>
public sealed record PageStart(int Number) : DocumentBlock("");

/// <param name="Level">From 1, the document's own.</param>
public sealed record Heading(int Level, string Text) : DocumentBlock(Text);

public sealed record Paragraph(string Text) : DocumentBlock(Text);

/// <summary>The file goes on, and what it says is not read.</summary>
public sealed record Cut() : DocumentBlock("");

/// <summary>Of a list, with its own number or sign, if any.</summary>
public sealed record ListItem(string Text) : DocumentBlock(Text);
