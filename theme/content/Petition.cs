using System.Collections.Immutable;

namespace Advocacy.Theme.Content;

/// <summary>A demand filed with a body that can act on it. Not a call for signatures.</summary>
public sealed record Petition : Content
{
    public required ImmutableArray<string> Petitioners { get; init; }
    /// <summary>The body it was filed with.</summary>
    public required string FiledWith { get; init; }
    /// <summary>The people it speaks for.</summary>
    public required string OnBehalfOf { get; init; }
    public required ImmutableArray<string> Asks { get; init; }
    public ImmutableArray<string> Counsel { get; init; } = [];
    /// <summary>Oldest first; the last is the present one. At least one.</summary>
    public required ImmutableArray<PetitionStatus> Statuses { get; init; }
    /// <summary>Oldest first. At least one.</summary>
    public required ImmutableArray<Filing> Filings { get; init; }
    public required string Cite { get; init; }
    public ImmutableArray<string> Related { get; init; } = [];
    public ImmutableArray<Topic> Topics { get; init; } = [];
    /// <summary>In the order of the filings; one may be there twice.</summary>
    public IEnumerable<Document> Documents => Filings.Select(filing => filing.Document).OfType<Document>();
    /// <summary>One ZIP of all documents; null where there are fewer than two.</summary>
    public Download? AllDocuments { get; init; }
}

public enum PetitionState { Filed, Pending, Granted, Denied, Closed, Unknown }

public sealed record PetitionStatus(DateOnly Date, PetitionState State, string? Text);

public enum FilingKind { Original, FollowUp, Response, Request, Decision, Other }

/// <param name="Document">Null where the filing is known but no file of it is.</param>
public sealed record Filing(FilingKind Kind, string Title, DateOnly Date, string From, string To, string? Text, Document? Document);

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
    /// <summary>What the document says, as HTML; null where nobody has written it out and the file has no text of its own.</summary>
    public DocumentText? Text { get; init; }
}

/// <param name="Language">BCP 47.</param>
public sealed record DocumentText(Body Body, string Language, TextOrigin Origin);

/// <summary>Who made the HTML version of a document: the staff, in its own language or another, or a program.</summary>
public enum TextOrigin { Staff, Translation, Program }

/// <param name="Kind">As a reader says it: <c>PDF</c>, <c>ZIP</c>.</param>
/// <param name="Size">Bytes as served.</param>
public sealed record Download(string Url, string Kind, long Size);
