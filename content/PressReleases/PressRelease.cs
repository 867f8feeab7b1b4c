using System.Collections.Immutable;
using Advocacy.Content.Documents;
using Advocacy.Content.Pages;
using Advocacy.Content.Settings;

namespace Advocacy.Content.PressReleases;

public sealed record PressRelease : ContentItem
{
    /// <summary>The instant of publication, in the site's time zone.</summary>
    public required DateTimeOffset Date { get; init; }
    public string? Subheading { get; init; }
    /// <summary>The place in the dateline, for instance <c>Chicago</c>.</summary>
    public required string Dateline { get; init; }
    public required ImmutableArray<Topic> Topics { get; init; }
    public required ImmutableArray<Contact> Contacts { get; init; }
    /// <summary>Whether the text went out under embargo until <see cref="Date"/>; otherwise it was for immediate release.</summary>
    public bool Embargo { get; init; }
    public ImmutableArray<Quotation> Quotations { get; init; } = [];
    /// <summary>Addresses of the petitions that this release is about.</summary>
    public ImmutableArray<string> Petitions { get; init; } = [];
    /// <summary>Addresses of other releases.</summary>
    public ImmutableArray<string> Related { get; init; } = [];
    public ImmutableArray<Document> Documents { get; init; } = [];
    /// <summary>One ZIP of all documents; null where there are fewer than two.</summary>
    public Download? AllDocuments { get; init; }
    public ImmutableArray<Note> Corrections { get; init; } = [];
    public ImmutableArray<Note> Updates { get; init; } = [];

    /// <summary>When it was last modified: the date of the latest correction or update, or its own.</summary>
    public DateTimeOffset Revised => Corrections.Concat(Updates).Select(StartOf).Append(Date).Max();

    private DateTimeOffset StartOf(Note note) => new(note.Date.ToDateTime(default), Date.Offset);
}
