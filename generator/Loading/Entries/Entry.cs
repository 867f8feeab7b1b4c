using System.Collections.Immutable;
using System.Text;
using Advocacy.Content.Pages;

namespace Advocacy.Generator.Loading.Entries;

/// <summary>A file of content before its text is rendered and its addresses are known to exist.</summary>
/// <param name="Utf8">The text.</param>
/// <param name="References">Addresses that front matter names, to be checked when all are known.</param>
/// <param name="RedirectFrom">Old addresses of the page.</param>
public sealed record Entry(
    ContentItem Content,
    string File,
    ReadOnlyMemory<byte> Utf8,
    int TextLine,
    IReadOnlyList<Reference> References,
    ImmutableArray<Located<string>> RedirectFrom,
    Problems Problems)
{
    public ImmutableArray<DocumentFile> Documents { get; init; } = [];

    /// <summary>The dates of corrections, updates, filings, petition statuses and withdrawals in the front matter.</summary>
    public ImmutableArray<(DateOnly Date, int Line)> Happened { get; init; } = [];

    /// <summary>A hash of the front matter.</summary>
    public UInt128 FieldsHash { get; init; }

    /// <summary>The part of the address that names the page: its folder's or file's name.</summary>
    public string Slug => Content.Url.TrimEnd('/') is { Length: > 0 } url ? url[(url.LastIndexOf('/') + 1)..] : "home";

    public string Text => Encoding.UTF8.GetString(Utf8.Span);

    public string Folder => Path.GetDirectoryName(File)!;
}

/// <param name="Kind">Whether a press release or a petition is meant.</param>
public sealed record Reference(int Line, string Slug, ReferenceKind Kind);

public enum ReferenceKind { PressRelease, Petition }

/// <summary>A file that goes to the output as it is.</summary>
/// <param name="Url">Where.</param>
public sealed record PublishedFile(string Url, string File);
