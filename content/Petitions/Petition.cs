using System.Collections.Immutable;
using Advocacy.Content.Documents;
using Advocacy.Content.Pages;
using Advocacy.Content.Settings;

namespace Advocacy.Content.Petitions;

/// <summary>A demand filed with a body that can act on it. Not a call for signatures.</summary>
public sealed record Petition : ContentItem
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
