using System.Collections.Immutable;
using Advocacy.Theme.Content;

namespace Advocacy.Generator.Planning;

/// <summary>All that is public at an instant, and nothing that is not.</summary>
public sealed record Site
{
    public required Organisation Organisation { get; init; }
    public required ImmutableArray<Page> Pages { get; init; }
    /// <summary>Newest first.</summary>
    public required ImmutableArray<PressRelease> Releases { get; init; }
    /// <summary>The latest filed first.</summary>
    public required ImmutableArray<Petition> Petitions { get; init; }
    public required Campaign? Banner { get; init; }
    public required bool Rehearsal { get; init; }
}
