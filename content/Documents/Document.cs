namespace Advocacy.Content.Documents;

/// <summary>A published file.</summary>
public sealed record Document
{
    public required string Title { get; init; }
    public required DateOnly Date { get; init; }
    /// <summary>Of the file.</summary>
    public required string Language { get; init; }
    public required string TitleLanguage { get; init; }
    /// <summary>Whether the file stands in for one that we do not have.</summary>
    public bool StandIn { get; init; }
    public required Download File { get; init; }
    /// <summary>Null where the file has no pages.</summary>
    public required int? Pages { get; init; }
    /// <summary>64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }
    /// <summary>Whether a screen reader finds structure in the PDF.</summary>
    public required bool Tagged { get; init; }
    /// <summary>The address of the document's own page; null where the file lies beside another page, which then has it.</summary>
    public string? Page { get; init; }
}
